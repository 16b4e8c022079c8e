#!/bin/sh
# Makes one issue for each open action. Run it in a clone of the repository; it needs gh.
set -eu

gh issue create --title='Write the balancing test' \
  --body='Due: Fri 11 Dec 2026

Done when: filed

Owner: Leah Stein

From: Churn offers, Tue 24 Nov 2026 (xutar-A1)'

gh issue create --title='Name a budget owner' \
  --body='From: Churn offers, Tue 24 Nov 2026 (xutar-A2)'
