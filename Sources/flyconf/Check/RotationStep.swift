import DeployModel
import Documents

extension CheckStep {
  static let rotation = CheckStep(
    name: "rotation", summary: "no credential is overdue, and no value is exposed",
    reports: {
      $0.isOne(
        of: .highPriorityRotationOverdue, .rotationOverdue, .rotationDue, .rotatedInFuture,
        .valueExposed)
    },
    look: { subject, found in
      guard let project = subject.project else { return }
      let today = CalendarDate(try subject.context.now())
      let next = project.snapshot.project.currentCredentials.filter { credential in
        credential.environment.value.map(subject.environments.contains) ?? true
      }.compactMap { $0.nextRotation.value }.filter { $0 >= today }.min()
      found.detail = next.map { "next rotation on \($0)" } ?? "no rotation to come"
      if project.hasVault, project.vault == nil { found.detail += ", exposure not known" }
    })
}
