extension Pipeline {
  /// GitLab: findings stand in the merge request, as code quality and as tests.
  ///
  /// Source: https://docs.gitlab.com/ci/yaml/
  static let gitlab = Pipeline(
    name: "gitlab", fileName: ".gitlab-ci.yml",
    notes: installation.map { "\($0), both as variables of the project" }
  ) { project in
    """
    flyconf:
      stage: test
      image: debian:stable-slim
      rules:
        - if: $CI_PIPELINE_SOURCE == "merge_request_event"
        - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
      variables:
        # All of the history: a change that somebody has taken out of the vault is missed.
        GIT_DEPTH: "0"
    \(trust(project.vault, indentation: 4))\
      before_script:
        - apt-get update -qq
        - apt-get install -qq --yes ca-certificates curl git libssl3
        - curl -fsSL "$FLYCONF_URL" -o /tmp/flyconf
        - echo "$FLYCONF_SHA256  /tmp/flyconf" | sha256sum -c
        - chmod +x /tmp/flyconf
      script:
        - >-
          /tmp/flyconf check\(project.options)
          --report gitlab=gl-code-quality-report.json
          --report junit=flyconf-junit.xml
          ${CI_MERGE_REQUEST_DIFF_BASE_SHA:+--base "$CI_MERGE_REQUEST_DIFF_BASE_SHA"}
      artifacts:
        when: always
        reports:
          codequality: gl-code-quality-report.json
          junit: flyconf-junit.xml

    """
  }
}
