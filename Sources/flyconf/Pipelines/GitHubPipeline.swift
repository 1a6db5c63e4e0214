extension Pipeline {
  /// GitHub Actions: findings become annotations of the pull request without being asked.
  ///
  /// Source: https://docs.github.com/actions/reference/workflow-syntax-for-github-actions
  static let github = Pipeline(
    name: "github", fileName: ".github/workflows/flyconf.yml",
    notes: installation.map { "\($0), both as variables of the repository" }
  ) { project in
    """
    name: flyconf
    on:
      pull_request:
      push:
        branches: [\(project.branchFilter)]
    permissions:
      contents: read
    jobs:
      check:
        runs-on: ubuntu-latest
        timeout-minutes: 10
    \(environment(project.vault))\
        steps:
          - uses: actions/checkout@v4
            with:
              # All of the history: a change that somebody has taken out of the vault is missed.
              fetch-depth: 0
          - name: Install flyconf
            env:
              FLYCONF_URL: ${{ vars.FLYCONF_URL }}
              FLYCONF_SHA256: ${{ vars.FLYCONF_SHA256 }}
            run: |
              curl -fsSL "$FLYCONF_URL" -o "$RUNNER_TEMP/flyconf"
              echo "$FLYCONF_SHA256  $RUNNER_TEMP/flyconf" | sha256sum --check
              chmod +x "$RUNNER_TEMP/flyconf"
              echo "$RUNNER_TEMP" >> "$GITHUB_PATH"
          - name: Check
            env:
              BASE: ${{ github.base_ref }}
            run: flyconf check\(project.options) ${BASE:+--base "origin/$BASE"}

    """
  }

  private static func environment(_ vault: String?) -> String {
    vault == nil ? "" : "    env:\n" + trust(vault, indentation: 6)
  }
}
