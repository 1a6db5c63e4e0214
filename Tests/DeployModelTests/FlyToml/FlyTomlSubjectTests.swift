import Testing

@testable import DeployModel

@Suite struct FlyTomlSubjectTests {
  private static func path(_ subject: String) -> String? {
    if case .entry(let entry) = FlyTomlSubject(subject) { entry.path } else { nil }
  }

  @Test(arguments: [
    ("app", "app"), ("http_service", "http_service"), ("[http_service]", "http_service"),
    ("[[services.ports]]", "services.ports"), ("services.ports.port", "services.ports.port"),
    ("mount.source", "mounts.source"), ("build.build_target", "build.build-target"),
    ("HTTP_Service.Internal_Port", "http_service.internal_port"),
    ("env.PORT", "env"), ("build.args.VERSION", "build.args"),
    ("checks", "checks"), ("checks.alive", "checks"), ("checks.NAME.port", "checks.NAME.port"),
    ("checks.alive.port", "checks.NAME.port"), ("checks.port", "checks.NAME.port"),
    ("checks.port.port", "checks.NAME.port"), ("checks.alive.headers.Host", "checks.NAME.headers"),
    ("deploy.release_command_vm.size", "deploy.release_command_vm.size"),
  ])
  func followsThePathOfAKey(_ subject: String, _ expected: String) {
    #expect(Self.path(subject) == expected)
  }

  @Test func findsEveryKeyByItsOwnPath() {
    for entry in FlyTomlEntry.all { #expect(Self.path(entry.path) == entry.path) }
  }

  @Test func findsKeysThatFlyctlDrops() {
    guard case .dropped(let key, let section) = FlyTomlSubject("http_service.tcp_checks") else {
      Issue.record("tcp_checks is known to be dropped")
      return
    }
    #expect(key.name == "tcp_checks")
    #expect(section == "http_service")
  }

  @Test(arguments: [
    ("", "", ""), (".", "", ""), ("http_service.size", "size", "http_service"),
    ("app.name", "name", "app"), ("http_service..checks", "", "http_service"),
    ("checks.alive.prt", "prt", "checks.NAME"),
  ])
  func saysWhichNameIsUnknownAndWhere(_ subject: String, _ name: String, _ path: String) {
    guard case .unknown(let unknown, _, let section) = FlyTomlSubject(subject) else {
      Issue.record("'\(subject)' is no key")
      return
    }
    #expect(unknown == name)
    #expect(section == path)
  }

  @Test(arguments: [
    ("http_service", "[http_service]"), ("mounts", "[[mounts]]"), ("checks", "[checks.NAME]"),
    ("services.concurrency", "[services.concurrency]"), ("app", "app"), ("env", "env"),
  ])
  func showsSectionsInTheirBrackets(_ subject: String, _ header: String) {
    guard case .entry(let entry) = FlyTomlSubject(subject) else {
      Issue.record("'\(subject)' is a key")
      return
    }
    #expect(entry.header == header)
  }
}
