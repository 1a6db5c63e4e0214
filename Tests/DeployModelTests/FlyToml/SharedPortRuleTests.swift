import Testing

@testable import DeployModel

@Suite struct SharedPortRuleTests {
  private static let http = "[http_service]\ninternal_port = 8080\n"

  private func service(_ port: String, by name: String = "tcp") -> String {
    "[[services]]\nprotocol = '\(name)'\ninternal_port = 9090\n[[services.ports]]\n\(port)\n"
  }

  @Test func findsAPortThatTwoServicesClaim() {
    let found = FoundInPiece(service("port = 25") + service("port = 25"))
    #expect(
      found.messages == ["FC938 port 25 is taken already, by [[services]] in line 6"])
    #expect(found.lines == [10])
  }

  @Test func findsAPortThatOneServiceClaimsTwice() {
    #expect(
      FoundInPiece(service("port = 25") + "[[services.ports]]\nport = 25").codes == ["FC938"])
  }

  @Test(arguments: [
    ("port = 80", 80), ("port = 443", 443), ("start_port = 400\nend_port = 500", 443),
  ])
  func knowsThePortsOfAnHTTPService(_ port: String, _ number: Int) {
    let found = FoundInPiece(Self.http + service(port))
    #expect(
      found.messages == ["FC938 port \(number) is taken already, by [http_service] in line 2"])
  }

  @Test func saysWhichPortsTwoRangesShare() {
    let found = FoundInPiece(
      service("start_port = 100\nend_port = 200") + service("start_port = 150\nend_port = 300"))
    #expect(found.messages.map { $0.contains("the range 150 to 200") } == [true])
  }

  @Test func tellsProtocolsApart() {
    #expect(
      FoundInPiece(service("port = 53") + service("port = 53", by: "udp")).messages == [])
    #expect(FoundInPiece(Self.http + service("port = 443", by: "udp")).messages == [])
  }

  @Test func findsPortsThatGroupsShare() {
    let groups = "[processes]\nweb = 'a'\njobs = 'b'\n"
    let web = service("port = 25").replacing("internal", with: "processes = ['web']\ninternal")
    let jobs = service("port = 25").replacing("internal", with: "processes = ['jobs']\ninternal")
    #expect(FoundInPiece(groups + web + jobs).codes == ["FC938"])
  }

  // MARK: What belongs to [http_service]

  @Test(arguments: [
    ("[[services.http_checks]]\npath = '/'", "write 'http_checks' as [[http_service.checks]]"),
    (
      "[services.concurrency]\nsoft_limit = 1",
      "write 'concurrency' as [http_service.concurrency]"
    ),
    (
      "[[services.tcp_checks]]\ninterval = '5s'",
      "write 'tcp_checks' as [checks.NAME] with type = \"tcp\" and a port"
    ),
    (
      "[[services]]\nauto_start_machines = true",
      "move what it says into [http_service], and remove it"
    ),
    (
      "[[services]]\ninternal_port = 8080\n[[services.http_checks]]\npath = '/'",
      "write 'http_checks' as [[http_service.checks]]"
    ),
  ])
  func saysWhereItBelongs(_ piece: String, _ help: String) {
    let found = FoundInPiece(Self.http + piece)
    #expect(found.codes == ["FC939"])
    #expect(found.helps == [help])
    #expect(found.lines == [3])
  }

  @Test func leavesAServiceOfItsOwnAlone() {
    #expect(FoundInPiece(Self.http + service("port = 25")).messages == [])
    let inside = FoundInPiece(Self.http + "[[services]]\nprotocol = 'tcp'\ninternal_port = 9090")
    #expect(inside.codes == ["FC934"])
  }
}
