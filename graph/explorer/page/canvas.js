// A canvas that can be moved and zoomed by mouse, wheel, touch and program. What is painted is for the caller.

const SMALLEST = 0.03;
const LARGEST = 4;
const CLICK = 5; // pixels that a pointer may move in a click
const DOUBLE = 350; // milliseconds between the clicks of a double click
const WHEEL = 0.0016; // zoom by pixel of the wheel
const REST = 140; // milliseconds without moving after which the picture is painted in full

export class Canvas {
  /** `handlers`: paint(context, canvas), click(place), double(), hover(place or null), resize(). Places are {x, y} in the world. */
  constructor(container, handlers) {
    this.container = container;
    this.handlers = handlers;
    this.element = document.createElement("canvas");
    this.context = this.element.getContext("2d");
    this.scale = 1;
    this.centre = { x: 0, y: 0 };
    this.moving = this.zooming = false;
    this.pointers = new Map();
    this.pressed = null;
    this.lastClick = null;
    container.append(this.element);
    this.measure();
    new ResizeObserver(() => {
      if (this.measure()) handlers.resize();
    }).observe(container);
    this.listen();
  }

  /** Takes up the size of the window; whether it is another one. */
  measure() {
    const { clientWidth, clientHeight } = this.container;
    const ratio = window.devicePixelRatio || 1;
    if (!clientWidth || !clientHeight || (clientWidth === this.width && clientHeight === this.height && ratio === this.ratio)) return false;
    Object.assign(this, { width: clientWidth, height: clientHeight, ratio });
    this.element.width = Math.round(clientWidth * ratio);
    this.element.height = Math.round(clientHeight * ratio);
    return true;
  }

  // --- places ---

  /** Pixels of the container for a place in the world. */
  toScreen({ x, y }) {
    return { x: (x - this.centre.x) * this.scale + this.width / 2, y: (y - this.centre.y) * this.scale + this.height / 2 };
  }

  toWorld({ x, y }) {
    return { x: (x - this.width / 2) / this.scale + this.centre.x, y: (y - this.height / 2) / this.scale + this.centre.y };
  }

  /** The visible part of the world. */
  visible() {
    const [from, to] = [this.toWorld({ x: 0, y: 0 }), this.toWorld({ x: this.width, y: this.height })];
    return { left: from.x, top: from.y, right: to.x, bottom: to.y };
  }

  moveTo({ scale = this.scale, x = this.centre.x, y = this.centre.y }) {
    this.scale = Math.min(Math.max(scale, SMALLEST), LARGEST);
    this.centre = { x, y };
    this.paintSoon();
  }

  /** Zooms, and keeps what is at `point` (container pixels; the middle) where it is. */
  zoom(factor, point = { x: this.width / 2, y: this.height / 2 }) {
    const held = this.toWorld(point);
    this.scale = Math.min(Math.max(this.scale * factor, SMALLEST), LARGEST);
    const now = this.toWorld(point);
    this.moveTo({ x: this.centre.x + held.x - now.x, y: this.centre.y + held.y - now.y });
  }

  // --- painting ---

  paintSoon() {
    if (this.frame) return;
    this.frame = window.requestAnimationFrame(() => this.paint());
  }

  paint() {
    window.cancelAnimationFrame(this.frame);
    this.frame = 0;
    if (!this.width) return;
    this.context.setTransform(1, 0, 0, 1, 0, 0);
    this.handlers.paint(this.context, this);
  }

  /** The picture is moved or (`zooming`) sized: until it rests it may be painted in a quicker way. */
  stir(zooming) {
    this.moving = true;
    this.zooming = zooming;
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      this.moving = this.zooming = false;
      this.paintSoon();
    }, REST);
  }

  // --- pointers ---

  listen() {
    const { element } = this;
    element.addEventListener("pointerdown", (event) => this.down(event));
    element.addEventListener("pointermove", (event) => this.move(event));
    element.addEventListener("pointerup", (event) => this.up(event));
    element.addEventListener("pointercancel", (event) => this.forget(event));
    element.addEventListener("pointerleave", () => this.handlers.hover(null));
    element.addEventListener("wheel", (event) => {
      event.preventDefault();
      const pixels = event.deltaY * (event.deltaMode === 1 ? 18 : 1);
      this.stir(true);
      this.zoom(Math.exp(-Math.min(Math.max(pixels, -400), 400) * WHEEL), this.at(event));
    }, { passive: false }); // prettier-ignore
  }

  at(event) {
    const box = this.element.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  down(event) {
    if (event.button > 0) return;
    this.element.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, this.at(event));
    this.pressed = this.pointers.size === 1 ? this.at(event) : null;
  }

  move(event) {
    const here = this.at(event);
    const before = this.pointers.get(event.pointerId);
    if (!before) {
      this.handlers.hover(this.toWorld(here));
      return;
    }
    if (this.pressed && Math.hypot(here.x - this.pressed.x, here.y - this.pressed.y) <= CLICK) return;
    this.pressed = null;
    const others = [...this.pointers].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
    this.pointers.set(event.pointerId, here);
    this.stir(others.length > 0);
    if (others.length) {
      const [other] = others;
      const distance = (a, b) => Math.max(Math.hypot(a.x - b.x, a.y - b.y), 1);
      this.zoom(distance(here, other) / distance(before, other), { x: (here.x + other.x) / 2, y: (here.y + other.y) / 2 });
    } else {
      this.moveTo({ x: this.centre.x - (here.x - before.x) / this.scale, y: this.centre.y - (here.y - before.y) / this.scale });
    }
  }

  up(event) {
    const clicked = this.pressed;
    this.forget(event);
    if (!clicked) return;
    const last = this.lastClick;
    const again = last && event.timeStamp - last.time < DOUBLE && Math.hypot(last.x - clicked.x, last.y - clicked.y) < 2 * CLICK;
    this.lastClick = again ? null : { ...clicked, time: event.timeStamp };
    if (again) this.handlers.double();
    else this.handlers.click(this.toWorld(clicked));
  }

  forget(event) {
    this.pointers.delete(event.pointerId);
    this.pressed = null;
  }
}
