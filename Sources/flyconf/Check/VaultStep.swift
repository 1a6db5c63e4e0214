import DeployModel

extension CheckStep {
  static let vault = CheckStep(
    name: "vault", summary: "nobody has changed anything that they were not entitled to change",
    reports: \.isAboutVault,
    look: { subject, found in
      if let failure = subject.project?.baseFailure { throw failure }
      guard let project = subject.project, project.hasVault else {
        found.detail = "no vault"
        return
      }
      found.detail = project.numbers.text
      if project.vault == nil { found.detail = "does not verify" }
      if let base = subject.options.base { found.detail += ", compared with '\(base)'" }
    })
}
