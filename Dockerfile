# The executable as an image. Built from the source tree; nothing but the JDK image and Maven Central is needed.
#   docker build -t tradelane .
FROM eclipse-temurin:25-jdk-noble AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 ./mvnw -q -B -DskipTests -pl server -am package

FROM eclipse-temurin:25-jre-noble
# A fixed number, so that an orchestrator can check that it is not root.
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/tradelane tradelane \
  && install -d -o 10001 -m 0750 /srv/folders
WORKDIR /opt/tradelane
COPY --from=build /src/server/target/lib lib
COPY --from=build /src/server/target/tradelane.jar tradelane.jar
COPY LICENSE NOTICE ./
USER 10001
ENV TRADELANE_HOME=/var/lib/tradelane/home
VOLUME /var/lib/tradelane
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=90s --retries=6 \
  CMD ["java", "-XX:+UseSerialGC", "-jar", "/opt/tradelane/tradelane.jar", "ready"]
ENTRYPOINT ["java", "--sun-misc-unsafe-memory-access=allow", "-XX:MaxRAMPercentage=70", \
  "-XX:+ExitOnOutOfMemoryError", "-jar", "/opt/tradelane/tradelane.jar"]
CMD ["serve"]
