import DeployModel
import Documents

extension CheckStep {
  static let certificate = CheckStep(
    name: "certificate", summary: "the certificate is in force and will be renewed in time",
    reports: { $0.code.text.hasPrefix("FC5") },
    look: { subject, found in
      guard let certificate = subject.project?.snapshot.project.certificate.value ?? nil else {
        found.detail = "no certificate"
        return
      }
      let today = CalendarDate(try subject.context.now())
      let days = subject.environments.compactMap { environment -> Int? in
        guard let end = certificate[environment].expiresAt.value ?? nil else { return nil }
        return today.days(until: CalendarDate(end))
      }
      found.detail = days.min().map { "expires in \(Counted($0, "day"))" } ?? "no expiry known"
      if let first = days.min(), first < 0 { found.detail = "expired" }
    })
}
