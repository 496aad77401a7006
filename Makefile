# Wirebell. `make demo` shows it, `make test` proves it; the rest is below.
SHELL := /bin/sh
JDK = $(shell .ci/jdk)
MVN = JAVA_HOME="$(JDK)" mvn -B -ntp $(MVN_ARGS)
QUICK = $(MVN) -q -Dquick -DskipTests
# What another version of a library has left would stand beside the new one on the path of classes.
FRESH = for lib in app/target/lib bench/target/lib; do [ -z "$$(find pom.xml */pom.xml -newer $$lib 2>/dev/null)" ] || rm -rf $$lib; done
DEMO_ARGS ?=
MUTANTS ?= org.wirebell.ingest.due.*,org.wirebell.processor.ledger.*,org.wirebell.processor.extract.figures.*,org.wirebell.alerts.decide.*

.PHONY: demo up test check analyse format golden aot bench bench-peers eval mutants chaos upgrade docker sbom build jdk clean

jdk:
	@.ci/jdk >/dev/null

build: jdk ## builds what ./wirebell starts
	@$(FRESH)
	@$(QUICK) package -pl app -am

demo: build ## samples replayed as live feeds and wires, no network; DEMO_ARGS=--once ends by itself
	@./wirebell demo $(DEMO_ARGS)

up: build ## the real thing: config/wirebell.yaml, data kept in data/
	@./wirebell up

aot: build ## lets Java learn from a run of the demo what it need not do at each start; a minute, 160 MB
	@rm -f app/target/wirebell.aot
	@WIREBELL_JAVA_OPTS="-XX:AOTCacheOutput=app/target/wirebell.aot -XX:TieredStopAtLevel=4" ./wirebell demo --once >app/target/aot.log 2>&1
	@ls -s app/target/wirebell.aot

test: jdk ## every test
	@.ci/chromium
	@.ci/prometheus
	@$(MVN) -T 1C verify

analyse: jdk ## Error Prone and NullAway over the main code
	@$(MVN) -q -Dquick -Perrorprone compile

check: test analyse ## what CI does

format: jdk
	@$(MVN) -q spotless:apply

golden: jdk ## rewrites the golden files; look at the diff
	@$(MVN) -q -Dquick verify -Dgolden.update=true

bench: jdk ## speed and memory; BENCH_ARGS=read: beside other readers, BENCH_ARGS=feeds: 500 feeds (docs/benchmarks.md)
	@$(FRESH)
	@$(QUICK) package -pl bench -am
	@bench/run $(BENCH_ARGS)

bench-peers: jdk ## the same loopback work by ours and by what others would use, side by side (docs/performance.md); BENCH_ARGS='FEEDS TURNS'
	@$(FRESH)
	@$(QUICK) package -pl bench -am
	@bench/peers/install
	@bench/run peers $(BENCH_ARGS)

eval: build ## scores reading on development sets of yours: make eval DATA=FOLDER
	@bench/eval $(DATA)

mutants: jdk ## PIT on the pure packages; narrow it: make mutants MUTANTS='org.wirebell.processor.ledger.*' MUTANT_TESTS='org.wirebell.processor.*'
	@$(MVN) -Dquick -Pmutants test-compile org.pitest:pitest-maven:mutationCoverage -pl model,query,processor,alerts,ingest \
		-DtargetClasses='$(MUTANTS)' $(if $(MUTANT_TESTS),-DtargetTests='$(MUTANT_TESTS)')

chaos: jdk ## kill -9 under load on a real broker, then the books are checked
	@$(MVN) -q -Dquick -Dgroups=chaos -Dtest.excluded= -Dsurefire.failIfNoSpecifiedTests=false verify -pl app -am

upgrade: jdk ## this version goes on with what another wrote: make upgrade FROM=COMMIT builds that one beside this
	@before=$$(.ci/upgrade $(FROM)) && $(MVN) -q -Dquick -Dgroups=chaos -Dtest.excluded= -Dtest=UpgradeTest \
		-Dupgrade.from="$$before" -Dsurefire.failIfNoSpecifiedTests=false verify -pl app -am

docker: ## the image, where a Docker engine runs; it needs nothing that was built here
	@docker build -f docker/Dockerfile -t wirebell:0.1.0 .

sbom: jdk ## what the program is made of, as CycloneDX: app/target/wirebell-sbom.json; the same at each build
	@$(MVN) -q -Dquick -DskipTests -Psbom package -pl app -am

clean: jdk
	@$(MVN) -q clean
