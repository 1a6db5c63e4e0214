import Testing

@testable import DeployModel

@Suite struct CheckRuleTests {
  private static let service = "[http_service]\ninternal_port = 8080\n"

  private func topLevel(_ lines: String) -> FoundInPiece {
    FoundInPiece("[checks.alive]\n" + lines)
  }

  private func ofService(_ lines: String) -> FoundInPiece {
    FoundInPiece(Self.service + "[[http_service.checks]]\n" + lines)
  }

  private func byTCP(_ lines: String) -> FoundInPiece {
    FoundInPiece(
      "[[services]]\nprotocol = 'tcp'\ninternal_port = 1\n[[services.ports]]\nport = 80\n"
        + "[[services.tcp_checks]]\n" + lines)
  }

  // MARK: Type and port

  @Test(arguments: [
    ("port = 1", "write type = \"tcp\", or \"http\""),
    ("port = 1\npath = '/'", "write type = \"http\""),
    ("port = 1\ntype = ''", "write type = \"tcp\", or \"http\""),
  ])
  func wantsAType(_ lines: String, _ help: String) {
    let found = topLevel(lines)
    #expect(found.messages == ["FC949 the check 'alive' has no type"])
    #expect(found.helps == [help])
  }

  @Test func saysNothingOfATypeThatIsNotKnown() {
    #expect(topLevel("type = 'script'\nport = 1").codes == ["FC912"])
    #expect(topLevel("type = 1\nport = 1").codes == ["FC902"])
  }

  @Test func wantsAPort() {
    let found = topLevel("type = 'tcp'")
    #expect(
      found.messages
        == ["FC950 the check 'alive' has no port, and there is no [http_service] to take it from"])
    #expect(found.helps.allSatisfy { $0.hasPrefix("write port = 8080,") })
    #expect(found.lines == [1])
    #expect(FoundInPiece(Self.service + "[checks.alive]\ntype = 'tcp'").messages == [])
    #expect(topLevel("type = 'tcp'\nport = '1'").codes == ["FC902"])
  }

  @Test func takesAPortOnlyFromTheServiceOfItsGroup() {
    let groups = "[processes]\nweb = 'a'\njobs = 'b'\n"
    let served = groups + Self.service + "processes = ['web']\n[checks.alive]\ntype = 'tcp'\n"
    #expect(FoundInPiece(served + "processes = ['web']").messages == [])
    #expect(
      FoundInPiece(served + "processes = ['web', 'jobs']").messages == [
        "FC950 the check 'alive' has no port, and the process group 'jobs' has no [http_service] "
          + "to take it from"
      ])
    // Without groups it is for the first of them, which is 'jobs'.
    #expect(FoundInPiece(served).codes == ["FC950"])
  }

  @Test func proposesThePortOfAnotherService() {
    let service = "[[services]]\nprotocol = 'tcp'\ninternal_port = 9090\nports = [{ port = 80 }]\n"
    let found = FoundInPiece(service + "[checks.alive]\ntype = 'tcp'")
    #expect(found.codes == ["FC950"])
    #expect(found.helps.allSatisfy { $0.hasPrefix("write port = 9090,") })
  }

  // MARK: Times

  @Test(arguments: [
    ("interval = '1999ms'", ["FC951"]), ("interval = '2s'", []),
    ("interval = 1000", ["FC907", "FC951"]),
    ("timeout = '1m'", []), ("timeout = '1m1s'", ["FC951"]), ("interval = '5m'", []),
    ("grace_period = '10m'", []), ("interval = '0s'", ["FC951"]),
  ])
  func refusesTimesOfTopLevelChecks(_ line: String, _ codes: [String]) {
    #expect(topLevel("type = 'tcp'\nport = 1\n" + line).codes.sorted() == codes)
  }

  @Test(arguments: [
    ("interval = '999ms'", ["FC952"]), ("interval = '1s'", []), ("interval = '60s'", []),
    ("interval = '61s'", ["FC952"]), ("timeout = '0s'", ["FC952"]), ("timeout = '2m'", ["FC952"]),
    ("grace_period = '0s'", []), ("grace_period = '500ms'", ["FC952"]),
    ("grace_period = '90s'", ["FC952"]),
  ])
  func saysWhichTimesAreChanged(_ line: String, _ codes: [String]) {
    #expect(ofService(line).codes == codes)
    #expect(byTCP(line).codes == codes)
  }

  @Test func leavesNanosecondsToTheReader() {
    #expect(ofService("interval = 10000\ntimeout = 20000").codes == ["FC907", "FC907"])
  }

  @Test func saysWhatATimeIsChangedTo() {
    let found = ofService("interval = '1m21s'\ntimeout = '10ms'")
    #expect(
      found.messages == [
        "FC952 interval is 1m21s, which Fly.io lowers to 1m",
        "FC952 timeout is 10ms, which Fly.io raises to 1s",
      ])
    let fixes = FixInPiece.all(
      of: .flyTomlCheckTimeChanged,
      in: Self.service + "[[http_service.checks]]\ngrace_period = '2m'")
    #expect(fixes == [FixInPiece("'2m'", .value(.text("1m")))])
  }

  @Test(arguments: [
    ("interval = '10s'\ntimeout = '10s'", ["FC953"]), ("interval = '10s'\ntimeout = '9s'", []),
    ("interval = '10s'\ntimeout = '11s'", ["FC953"]), ("timeout = '50s'", []),
  ])
  func wantsTheTimeoutBelowTheInterval(_ lines: String, _ codes: [String]) {
    #expect(ofService(lines).codes == codes)
    #expect(byTCP(lines).codes == codes)
    #expect(topLevel("type = 'tcp'\nport = 1\n" + lines).codes == codes)
  }

  // MARK: Requests

  @Test(arguments: [
    ("/health", nil), ("", nil), ("health", FlyTomlFix.value(.text("/health"))),
    ("?a=b", .value(.text("/?a=b"))),
  ])
  func wantsAPathWithASlash(_ path: String, _ fix: FlyTomlFix?) {
    let fixes = FixInPiece.all(
      of: .flyTomlCheckPathNotAbsolute,
      in: Self.service + "[[http_service.checks]]\npath = '\(path)'")
    #expect(fixes.map(\.fix) == [fix].compactMap(\.self))
  }

  @Test func wantsNoHostInAPath() {
    let found = ofService("path = 'http://localhost/health'")
    #expect(found.codes == ["FC954"])
    #expect(found.helps == ["write the path alone, without scheme and host"])
    let piece = Self.service + "[[http_service.checks]]\npath = 'http://localhost/health'"
    #expect(FixInPiece.all(of: .flyTomlCheckPathNotAbsolute, in: piece) == [])
  }

  @Test(arguments: [
    "method = 'GET'", "path = 'x'", "protocol = 'https'", "headers = { A = 'b' }",
    "tls_skip_verify = true", "tls_server_name = 'a.b'",
  ])
  func saysWhatHasNoEffectByTCP(_ line: String) {
    let key = line.prefix { $0 != " " }
    let found = topLevel("type = 'tcp'\nport = 1\n" + line)
    #expect(found.messages == ["FC955 \(key) has no effect on a check by tcp"])
    let fixes = FixInPiece.all(
      of: .flyTomlCheckFieldWithoutEffect, in: "[checks.a]\ntype = 'tcp'\n" + line)
    #expect(fixes == [FixInPiece(String(key), .removal)])
  }

  @Test(arguments: ["tls_skip_verify = false", "headers = {}", "headers = []", "path = ''"])
  func saysNothingOfWhatStandsForNothing(_ line: String) {
    let found = topLevel("type = 'tcp'\nport = 1\n" + line)
    #expect(found.codes.filter { $0 == "FC955" } == [])
  }

  @Test(arguments: ["tls_skip_verify = true", "tls_server_name = 'a.b'"])
  func wantsHTTPSWhereTLSIsSpokenOf(_ line: String) {
    #expect(ofService(line).codes == ["FC955"])
    #expect(ofService("protocol = 'http'\n" + line).codes == ["FC955"])
    #expect(ofService("protocol = 'https'\n" + line).messages == [])
  }

  // MARK: Machine checks

  @Test(arguments: ["", "http_service.", "services."])
  func wantsTheCommandOfAMachineCheck(_ prefix: String) {
    let services = [
      "": "", "http_service.": Self.service,
      "services.":
        "[[services]]\nprotocol = 'tcp'\ninternal_port = 1\nports = [{ port = 80 }]\n",
    ]
    let check = (services[prefix] ?? "") + "[[\(prefix)machine_checks]]\nimage = 'curl'\n"
    #expect(FoundInPiece(check).messages == ["FC956 the machine check has no command"])
    #expect(FoundInPiece(check + "command = []").codes == ["FC956"])
    #expect(FoundInPiece(check + "command = ['curl']").messages == [])
    #expect(FoundInPiece(check + "command = 'curl'").codes == ["FC902"])
  }
}
