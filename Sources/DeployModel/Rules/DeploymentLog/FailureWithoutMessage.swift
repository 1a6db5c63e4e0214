import Documents

extension Rule {
  static let failureWithoutMessage = Rule(
    "FC705", "failure-without-message", .warning, "A failed deployment says what failed",
    rationale: """
      The platform forgets its logs after a few days. What is not written down now cannot be found \
      out when the same failure comes back.
      """,
    reference: "data model, DeploymentLog: error_message",
    example: .fields(
      .deployments, at: "error_message",
      wrong: #"{ "status": "failed", "error_message": "" }"#,
      right: #"{ "status": "failed", "error_message": "the release command exited with 1" }"#),
    .eachDeployment { deployment, report in
      guard try deployment.status.get() == .failed else { return }
      let message = try deployment.errorMessage.get()
      guard message?.isBlank ?? true else { return }
      report.add(
        \.errorMessage, "the deployment failed and has no error_message",
        help: "add what 'fly deploy' or the build said last")
    })
}
