# Unit tests with their coverage, then the front end over HTTP; the reports are what golive.yml names under quality.
set -eu
junit='--test-reporter=spec --test-reporter-destination=stdout --test-reporter=junit --test-reporter-destination'
node --test --experimental-test-coverage \
  --test-reporter=lcov --test-reporter-destination=reports/lcov.info \
  $junit=reports/unit.xml backend/test/*.test.mjs
node --test $junit=reports/integration.xml frontend/test/*.test.mjs
