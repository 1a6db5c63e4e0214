import Testing

@testable import DeployModel

/// FC224: data model, EnvironmentVariable; the port is what fly.toml calls internal_port.
struct PortRuleTests {
  private func port(_ value: String, _ more: String = "") throws -> EntrySample {
    try EntrySample(variables: [#"{ "key": "PORT", "encrypted_value": "\#(value)"\#(more) }"#])
  }

  @Test(arguments: ["1", "80", "8080", "65535"])
  func acceptsEveryPort(text: String) throws {
    #expect(try port("plain:\(text)").codes == [])
  }

  @Test(arguments: [
    "0", "65536", "-1", "+80", "080", "80.0", "http", "0.0.0.0:8080", " 8080", "${PORT:-8080}",
    "99999999999999999999",
  ])
  func refusesWhatIsNoPort(text: String) throws {
    let sample = try port("plain:\(text)")
    #expect(sample.codes == ["FC224"])
    let finding = try sample.finding(of: "FC224")
    #expect(finding.message == "the value of 'PORT' is no port, expected 1 to 65535")
    #expect(finding.help == "write digits alone, such as 'plain:8080'")
    #expect(finding.pointer == "/variables/0/encrypted_value")
    #expect(finding.rule.severity == .error)
    #expect(!finding.rule.isSuppressible)
  }

  @Test func leavesAnEmptyPortThatIsRequiredToItsOwnRule() throws {
    #expect(try port("plain:").codes == ["FC205"])
    let optional = #", "category": "feature_flag", "required": false"#
    #expect(try port("plain:", optional).codes == ["FC224"])
  }

  @Test func leavesAPortThatLooksLikeASecretToItsOwnRule() throws {
    #expect(try port("plain:redis://:8rT-" + "vW4q@cache.internal:6379").codes == ["FC211"])
  }

  @Test(arguments: ["unset", "http"])
  func judgesNoPortThatIsNotPlain(value: String) throws {
    #expect(try port(value).pointers(of: "FC224") == [])
  }

  @Test func judgesNoPortThatIsSecretOrMayBe() throws {
    #expect(try port("plain:http", #", "is_secret": true"#).pointers(of: "FC224") == [])
    #expect(try port("plain:http", #", "is_secret": "no""#).pointers(of: "FC224") == [])
    #expect(try port("plain:http", #", "category": "api""#).pointers(of: "FC224") == [])
  }

  @Test func looksAtNoOtherVariable() throws {
    let other = #"{ "key": "HTTP_PORT", "encrypted_value": "plain:http" }"#
    #expect(try EntrySample(variables: [other]).codes == [])
  }
}
