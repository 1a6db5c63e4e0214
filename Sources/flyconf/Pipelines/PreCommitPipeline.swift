extension Pipeline {
  /// pre-commit: what is about to be committed is looked at, not what lies in the tree.
  ///
  /// Source: https://pre-commit.com/#repository-local-hooks
  static let preCommit = Pipeline(
    name: "pre-commit", fileName: ".pre-commit-config.yaml",
    notes: ["run `pre-commit install` once in every clone; flyconf is to be found on its PATH"]
  ) { project in
    """
    repos:
      - repo: local
        hooks:
          - id: flyconf
            name: flyconf check
            entry: flyconf check --staged\(project.options)
            language: system
            pass_filenames: false
            always_run: true

    """
  }
}
