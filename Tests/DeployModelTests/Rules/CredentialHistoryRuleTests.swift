import Testing

@testable import DeployModel

/// FC311 to FC313, FC316 and FC317: data model, "CredentialManager has rotation history
/// (self-referencing)".
struct CredentialHistoryRuleTests {
  private let stranger = "5a0b1c2d-7b1a-4b7e-9d53-0a3f5c7e2b11"

  /// Records by the place of the one that each superseded.
  private func chain(_ previous: Int?...) throws -> EntrySample {
    try EntrySample(
      credentials: previous.map { place in
        place.map { #"{ "previous": "\#(EntrySample.id($0))" }"# } ?? "{}"
      })
  }

  @Test func aHistoryIsAChainNewestFirst() throws {
    #expect(try chain(1, 2, nil).codes == [])
    #expect(try chain(nil, 0, 1).codes == [])
  }

  @Test func everyLinkOfAHistoryIsThere() throws {
    let sample = try EntrySample(credentials: [#"{ "previous": "\#(stranger)" }"#])
    let finding = try sample.finding(of: "FC311")
    #expect(finding.message == "no credential has the id \(stranger)")
    #expect(finding.help == "restore the record from git, or remove 'previous'")
    #expect(finding.pointer == "/credentials/0/previous")
    #expect(finding.rule.severity == .error)
    #expect(sample.codes == ["FC311"])
  }

  @Test func aLinkMayLeadToARecordWhoseIdCannotBeRead() throws {
    let sample = try EntrySample(credentials: [
      #"{ "previous": "\#(stranger)" }"#, #"{ "id": 7, "service_name": "fly" }"#,
    ])
    #expect(sample.codes == [])
  }

  @Test func aRecordDoesNotSupersedeItself() throws {
    let sample = try chain(0)
    let finding = try sample.finding(of: "FC312")
    #expect(finding.message == "the record names itself as the one that it superseded")
    #expect(finding.help == "remove 'previous' from the oldest record")
    #expect(finding.pointer == "/credentials/0/previous")
    #expect(sample.codes == ["FC312"])
  }

  @Test func aHistoryDoesNotLeadBackIntoItself() throws {
    let sample = try chain(nil, 3, 1, 2)
    let finding = try sample.finding(of: "FC312")
    #expect(finding.message == "the history of this record leads back to it, after 3 steps")
    #expect(finding.pointer == "/credentials/1/previous")
    #expect(sample.codes == ["FC312"])
  }

  @Test func findsEveryCycleOnceAndNamesItsFirstRecord() throws {
    let sample = try chain(2, 2, 1, 4, 3)
    #expect(
      sample.pointers(of: "FC312") == ["/credentials/1/previous", "/credentials/3/previous"])
  }

  @Test func aRecordIsSupersededByOneOther() throws {
    let sample = try EntrySample(credentials: [
      "{}", #"{ "previous": "\#(EntrySample.id(0))" }"#,
      #"{ "previous": "\#(EntrySample.id(0))", "id": "\#(stranger)" }"#,
    ])
    let finding = try sample.finding(of: "FC313")
    #expect(finding.message == "another record has superseded \(EntrySample.id(0)) already")
    #expect(finding.help == "name the record that was current before this one")
    #expect(finding.pointer == "/credentials/2/previous")
  }

  @Test func reportsTwoLinksToNothingAsThat() throws {
    let patch = #"{ "previous": "\#(stranger)" "#
    let sample = try EntrySample(credentials: [
      patch + "}", patch + #", "service_name": "fly" }"#,
    ])
    #expect(sample.codes == ["FC311", "FC311"])
  }

  @Test(arguments: [
    (#""service_name": "fly""#, "'fly', production, api_key"),
    (#""environment": "staging""#, "'stripe', staging, api_key"),
    (#""credential_type": "token""#, "'stripe', production, token"),
  ])
  func aRecordSupersedesOneOfTheSameCredential(patch: String, place: String) throws {
    let sample = try EntrySample(credentials: [
      "{ \(patch) }", #"{ "previous": "\#(EntrySample.id(0))" }"#,
    ])
    let finding = try sample.finding(of: "FC317")
    #expect(
      finding.message == "the previous record is of another credential (\(place)), "
        + "expected 'stripe', production, api_key")
    #expect(
      finding.help
        == "name a record of the same service, environment and type, or remove 'previous'")
    #expect(finding.pointer == "/credentials/1/previous")
    #expect(sample.codes == ["FC317"])
  }

  @Test func onlyASupersededValueIsDestroyed() throws {
    let current = try EntrySample(credentials: [#"{ "encrypted_value": "destroyed" }"#])
    let finding = try current.finding(of: "FC316")
    #expect(
      finding.message == "the value of 'stripe' is destroyed, and no other record superseded it")
    #expect(finding.help == "write 'unset' until there is a new value, or remove the record")
    #expect(current.codes == ["FC316"])
    let superseded = try EntrySample(credentials: [
      #"{ "encrypted_value": "destroyed" }"#, #"{ "previous": "\#(EntrySample.id(0))" }"#,
    ])
    #expect(superseded.codes == [])
  }
}
