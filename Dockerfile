# A graph served: `docker build -t luocdo .`, then `docker compose up` (compose.yaml), or any verb of the command:
# docker run --rm -v "$PWD:/data" luocdo build texts
FROM python:3.11-slim AS build
WORKDIR /src
COPY pyproject.toml constraints.txt README.md LICENSE luocdo.py ./
COPY graph graph
RUN python -m venv /opt/luocdo \
    && /opt/luocdo/bin/pip install --no-cache-dir -c constraints.txt '.[formats,office,serve]'

FROM python:3.11-slim
COPY --from=build /opt/luocdo /opt/luocdo
RUN useradd --uid 1000 --create-home luocdo && mkdir /data && chown luocdo /data
ENV PATH=/opt/luocdo/bin:$PATH PYTHONUTF8=1 LUOCDO_GRAPH=/data/graph.db
USER 1000
WORKDIR /data
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/health', timeout=5)"]
ENTRYPOINT ["luocdo"]
CMD ["serve", "--host", "0.0.0.0"]
