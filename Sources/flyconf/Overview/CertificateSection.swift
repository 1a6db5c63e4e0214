import DeployModel
import Documents

extension OverviewSection {
  static let certificate = OverviewSection(
    title: "certificate",
    lines: { subject in
      subject.certificates.map { certificate in
        let state =
          switch certificate.days {
          case let days? where days < 0: subject.style.severity("expired", .error)
          case let days?: "\(Counted(days, "day")) left"
          case nil: certificate.status
          }
        let renewal = certificate.isRenewed ? "renewed by itself" : "not renewed by itself"
        return "\(state), \(renewal): \(certificate.domain)"
      }
    },
    members: { subject in
      let nodes = subject.certificates.map { certificate -> Node in
        var members: [Node.Member] = [
          .init("domain", certificate.domain), .init("status", certificate.status),
        ]
        if let days = certificate.days {
          members.append(.init(key: "days_left", value: Node(integerLiteral: days)))
        }
        return Node(.object(members))
      }
      return [.init(key: "certificates", value: Node(.array(nodes)))]
    })
}

/// What the overview says of one domain's certificate.
private struct CertificateState {
  var domain: String
  var status: String
  var days: Int?
  var isRenewed: Bool
}

extension OverviewSubject {
  /// One for each domain, production's first.
  fileprivate var certificates: [CertificateState] {
    guard let all = snapshot.project.certificate.value ?? nil else { return [] }
    var seen: Set<String> = []
    return EnvironmentName.allCases.compactMap { environment in
      let certificate = all[environment]
      guard let domain = certificate.domain.value, seen.insert(domain).inserted else { return nil }
      let end = certificate.expiresAt.value ?? nil
      return CertificateState(
        domain: domain.visible, status: certificate.status.value?.rawValue ?? "unknown",
        days: end.map { today.days(until: CalendarDate($0)) },
        isRenewed: certificate.autoRenew.value ?? true)
    }
  }
}
