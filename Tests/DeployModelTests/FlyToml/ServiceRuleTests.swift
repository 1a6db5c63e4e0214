import Testing

@testable import DeployModel

@Suite struct ServiceRuleTests {
  private static let http = "[http_service]\ninternal_port = 8080\n"

  /// A `[[services]]` of these lines, with all that one needs.
  private func service(_ lines: String, _ port: String = "port = 80") -> FoundInPiece {
    FoundInPiece(
      """
      [[services]]
      protocol = 'tcp'
      internal_port = 8080
      \(lines)

      [[services.ports]]
      \(port)
      """)
  }

  // MARK: Ports of the application

  @Test(arguments: [
    ("internal_port = 0", ["FC930"]), ("internal_port = -1", ["FC931"]),
    ("internal_port = 1", []), ("internal_port = 65535", []), ("internal_port = 65536", ["FC931"]),
    ("internal_port = '8080'", ["FC902"]),
  ])
  func wantsAPortOfTheApplication(_ line: String, _ codes: [String]) {
    #expect(FoundInPiece("[http_service]\n" + line).codes == codes)
  }

  @Test func proposesThePortOfTheVariable() {
    let found = FoundInPiece("[env]\nPORT = '3000'\n[http_service]\nforce_https = true")
    #expect(
      found.helps == ["write internal_port = 3000, the port on which the application listens"])
    let other = FoundInPiece("[env]\nPORT = '99999'\n[http_service]\nforce_https = true")
    #expect(other.helps.contains { $0.hasPrefix("write internal_port = 8080") })
  }

  @Test func saysWhichServiceHasNoPort() {
    let found = FoundInPiece("[[services]]\nprotocol = 'tcp'\n[[services.ports]]\nport = 80")
    #expect(found.messages == ["FC930 [[services]] has no internal_port"])
    #expect(found.lines == [1])
  }

  @Test(arguments: ["metrics", "services.ports", "checks.alive"])
  func looksAtPortsWhereverTheyStand(_ table: String) {
    let type = table == "checks.alive" ? "\ntype = 'tcp'" : ""
    let service =
      table == "services.ports" ? "[[services]]\nprotocol = 'tcp'\ninternal_port = 1\n" : ""
    let found = FoundInPiece("\(service)[\(table)]\nport = 70000\(type)")
    #expect(found.messages == ["FC931 port is 70000, expected a port from 1 to 65535"])
    #expect(FoundInPiece("\(service)[\(table)]\nport = 7000\(type)").messages == [])
    #expect(FoundInPiece("\(service)[\(table)]\nport = 0\(type)").codes == ["FC931"])
  }

  // MARK: Public ports

  @Test(arguments: [
    ("start_port = 80\nend_port = 80", []), ("start_port = 81\nend_port = 80", ["FC932"]),
    ("start_port = 0\nend_port = 80", ["FC931"]), ("start_port = 1\nend_port = 65536", ["FC931"]),
    ("start_port = 80", ["FC934"]), ("end_port = 80", ["FC934"]), ("handlers = ['tls']", ["FC934"]),
    ("port = '443'", []), ("port = 'https'", ["FC902"]),
  ])
  func wantsAPublicPort(_ port: String, _ codes: [String]) {
    #expect(service("", port).codes == codes)
  }

  @Test func saysHowARangeIsTurnedRound() {
    let found = service("", "start_port = 85\nend_port = 80")
    #expect(found.messages == ["FC932 end_port is 80, which is below the start_port 85"])
    #expect(found.helps == ["write start_port = 80 and end_port = 85"])
    #expect(found.lines == [8])
  }

  @Test func pointsAtAPortWithoutNumber() {
    #expect(service("", "handlers = ['tls']").lines == [6])
  }

  @Test func wantsAPublicPortWhereListIsEmpty() {
    let found = FoundInPiece("[[services]]\nprotocol = 'tcp'\ninternal_port = 1\nports = []")
    #expect(found.codes == ["FC934"])
  }

  @Test func saysNothingOfPublicPortsThatCannotBeRead() {
    let found = FoundInPiece("[[services]]\nprotocol = 'tcp'\ninternal_port = 1\nports = 80")
    #expect(found.codes == ["FC902"])
  }

  @Test func leavesOutAServiceWithNothingInIt() {
    #expect(FoundInPiece("[[services]]").messages == [])
  }

  @Test func wantsAProtocol() {
    let ports = "internal_port = 1\n[[services.ports]]\nport = 80"
    let found = FoundInPiece("[[services]]\n" + ports)
    #expect(found.messages == ["FC933 [[services]] has no protocol"])
    let empty = FoundInPiece("[[services]]\nprotocol = ''\n" + ports)
    #expect(empty.codes == ["FC933"])
    #expect(empty.lines == [2])
    #expect(FoundInPiece("[[services]]\nprotocol = 6\n" + ports).codes == ["FC902"])
  }

  // MARK: Handlers

  @Test(arguments: [
    ("", ["FC935"]), ("handlers = ['tls']", ["FC935"]), ("handlers = ['http']", []),
    ("handlers = ['tls', 'http']", []), ("handlers = ['https']", ["FC912"]),
    ("handlers = 'tls'", ["FC902"]),
  ])
  func redirectsOnlyWhereHTTPIsSpoken(_ handlers: String, _ codes: [String]) {
    #expect(service("", "port = 80\nforce_https = true\n" + handlers).codes == codes)
  }

  @Test func takesNoRedirectForNone() {
    #expect(service("", "port = 80\nforce_https = false").messages == [])
  }

  @Test(arguments: [
    ("tls_options = { alpn = ['h2'] }", "tls"), ("tls_options = { alpn = ['h2'] }", "pg_tls"),
    ("http_options = { compress = true }", "http"),
    ("proxy_proto_options = { version = 'v2' }", "proxy_proto"),
  ])
  func wantsTheHandlerOfOptions(_ options: String, _ handler: String) {
    #expect(service("", "port = 80\n\(options)").codes == ["FC944"])
    #expect(service("", "port = 80\nhandlers = ['\(handler)']\n\(options)").messages == [])
  }

  @Test func saysWhichHandlerOptionsNeed() {
    let found = service("", "port = 80\nhandlers = ['http']\ntls_options = { alpn = ['h2'] }")
    #expect(
      found.messages == ["FC944 tls_options has no effect on a port without the handler tls"])
    #expect(found.helps == ["add \"tls\" to its handlers, or remove tls_options"])
    #expect(service("", "port = 80\ntls_options = {}").messages == [])
  }

  // MARK: Datagrams

  private func datagrams(_ lines: String, _ port: String = "") -> FoundInPiece {
    FoundInPiece(
      "[[services]]\nprotocol = 'udp'\ninternal_port = 53\n\(lines)\n"
        + "[[services.ports]]\nport = 53\n\(port)")
  }

  @Test(arguments: [
    ("auto_start_machines = true", ["FC936"]), ("auto_start_machines = false", []),
    ("auto_stop_machines = 'stop'", ["FC936"]), ("auto_stop_machines = true", ["FC936"]),
    ("auto_stop_machines = 'off'", []),
    ("auto_stop_machines = 'suspend'\nauto_start_machines = false", ["FC936"]),
  ])
  func startsNoMachineForDatagrams(_ lines: String, _ codes: [String]) {
    #expect(datagrams(lines).codes == codes)
  }

  @Test func handlesNoDatagrams() {
    let found = datagrams("", "handlers = ['tls']\ntls_options = { alpn = ['h2'] }")
    #expect(
      found.messages == ["FC937 handlers have no effect on a port of a service by udp"])
    #expect(datagrams("", "handlers = []").messages == [])
  }

  @Test func proposesToRemoveAStartWithoutEffect() {
    let piece = "[[services]]\nprotocol = 'udp'\nauto_start_machines = true"
    #expect(
      FixInPiece.all(of: .flyTomlUDPStarting, in: piece)
        == [FixInPiece("auto_start_machines", .removal)])
  }
}
