import Documents

extension Rule {
  static let malformedCommitHash = Rule(
    "FC706", "malformed-commit-hash", .error,
    "A commit hash has 7 to 64 hexadecimal digits",
    rationale: """
      The hash leads from what runs to the source it was built from. The name of a branch or a tag \
      leads to something else as soon as it moves.
      """,
    reference: "data model, DeploymentLog: commit_hash",
    example: .fields(
      .deployments, at: "commit_hash",
      wrong: #"{ "commit_hash": "main" }"#, right: #"{ "commit_hash": "9fceb02d" }"#),
    .eachDeployment { deployment, report in
      let text = try deployment.commitHash.get()
      do throws(MalformedValue) {
        _ = try CommitHash(text)
      } catch {
        report.add(\.commitHash, error.reason, help: error.help)
      }
    })
}
