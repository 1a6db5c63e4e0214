import DeployModel

extension CheckStep {
  static let project = CheckStep(
    name: "project", summary: "every rule over the project's files",
    reports: { rule in
      // What no other step reports.
      !CheckStep.all.dropFirst().contains { $0.reports(rule) }
    },
    look: { subject, found in
      let count = subject.project?.snapshot.sources.count ?? 0
      found.detail = "\(Counted(count, "file"))"
      if subject.options.isOnline { found.detail += ", Fly.io was asked" }
    })
}
