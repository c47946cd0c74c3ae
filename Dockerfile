# The archive for production. Its PostgreSQL is elsewhere: DATABASE_URL and SECRET_KEY are
# needed when it runs, and nothing secret is in the image. What `RUN make` does here,
# CI does too. The tables are brought up to date by a command of its own, once for all
# containers and before they start: python manage.py migrate --no-input

FROM python:3.13-slim AS build
RUN apt-get update && apt-get install --yes --no-install-recommends make
WORKDIR /app
ENV PIP_NO_CACHE_DIR=1
COPY Makefile ./
COPY requirements/base.txt requirements/
RUN make install
COPY manage.py gunicorn.conf.py ./
COPY articles articles
COPY locale locale
COPY newsarchive newsarchive
COPY static static
COPY templates templates
RUN SECRET_KEY=for-this-step-only make static

FROM python:3.13-slim
RUN useradd --system --no-create-home --uid 10001 newsarchive
WORKDIR /app
COPY --from=build /app ./
ENV PATH=/app/.venv/bin:$PATH HOST=0.0.0.0 PYTHONUNBUFFERED=1
USER newsarchive
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=10s --start-period=30s \
    CMD ["python", "-m", "newsarchive.run.probe"]
CMD ["gunicorn"]
