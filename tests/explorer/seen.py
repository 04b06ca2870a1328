"""What a person can see of the map, asked of the page: in Chromium and in Firefox alike."""

# Documents with many relations: the best connected, that with most relations of all kinds, one in the middle.
SOME = """() => {
  const g = luocdo.graph, all = [...Array(g.documentCount).keys()];
  const relations = n => g.outgoing(n).length + g.incoming(n).length;
  const most = weight => all.reduce((best, n) => weight(n) > weight(best) ? n : best, 0);
  const middle = all.filter(n => g.degree[n] > 0).sort((a, b) => g.degree[a] - g.degree[b]);
  return [...new Set([most(n => g.degree[n]), most(relations), middle[middle.length >> 1]])];
}"""

# What is missing of a node's relations, the size of the smallest words in boxes on the screen, boxes out of the map.
SEEN = """node => {
  const { graph, filters, map } = luocdo, drawn = new Set(map.drawnEdges), screen = map.screen();
  const edges = [...graph.outgoing(node), ...graph.incoming(node)].filter(edge => !graph.isLoop(edge) && filters.edge(edge));
  const boxes = map.scene.boxes.map(b => [screen.x(b.x - b.width / 2), screen.x(b.x + b.width / 2), screen.y(b.y - b.height / 2), screen.y(b.y + b.height / 2)]);
  const { first, second } = map.scene.density;
  return {
    missing: edges.filter(edge => !drawn.has(edge)).length,
    words: Math.min(first[0], second ? second[0] : 99) * map.canvas.scale,
    out: boxes.filter(([l, r, t, b]) => l < 0 || r > screen.width || t < 0 || b > screen.height).length,
    covered: document.querySelector("#limit-note").hidden ? 0 : boxes.filter(([, , t]) => t < document.querySelector("#limit-note").offsetTop + 20).length,
    edgesOut: map.scene.edges.flatMap(edge => edge.course).filter(([x, y]) => screen.x(x) < 0 || screen.x(x) > screen.width - 2 || screen.y(y) > screen.height).length,
    inHand: boxes.some(([l, r, t, b], i) => map.scene.boxes[i].node === node && l >= 0 && r <= screen.width && t >= 24 && b <= screen.height - map.covered()),
    crossed: map.scene.edges.reduce((sum, edge) => sum + edge.crossed, 0) / Math.max(map.scene.edges.length, 1),
    overlap: boxes.some((a, i) => boxes.some((b, j) => j > i && a[0] < b[1] && b[0] < a[1] && a[2] < b[3] && b[2] < a[3])),
  };
}"""  # noqa: E501

# Whether all boxes are in the map.
ALL_IN = """() => {
  const { x, y, width, height } = luocdo.map.screen();
  return luocdo.map.scene.boxes.every(b => x(b.x - b.width / 2) >= 0 && x(b.x + b.width / 2) <= width
    && y(b.y - b.height / 2) >= 24 && y(b.y + b.height / 2) <= height - luocdo.map.covered());
}"""

# Elements of a view whose words are smaller than 11 pixels.
SMALL_WORDS = """view => [...document.querySelectorAll(`#view-${view} *`)].filter(e => e.checkVisibility?.()
  && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) && !e.closest(".unseen, option")
  && parseFloat(getComputedStyle(e).fontSize) * (e.ownerSVGElement ? e.getScreenCTM().a : 1) < 10.9)
  .map(e => e.outerHTML.slice(0, 90))"""
