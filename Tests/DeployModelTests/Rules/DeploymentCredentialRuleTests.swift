import Testing

@testable import DeployModel

/// FC116, FC119 and FC120: the credentials that a deployment references.
struct DeploymentCredentialRuleTests {
  private static let known = "4f1d9c0e-7b1a-4b7e-9d53-0a3f5c7e2b11"
  private static let other = "4f1d9c0e-7b1a-4b7e-9d53-0a3f5c7e2b12"

  private func sample(
    references: [String], credentials: String? = nil, without absent: Set<ProjectFile> = []
  ) throws -> PatchedSample {
    let list = references.map { #""\#($0)""# }.joined(separator: ", ")
    var patches: [ProjectFile: String] = [.deployment: #"{ "credentials": [\#(list)] }"#]
    if let credentials { patches[.credentials] = #"{ "credentials": \#(credentials) }"# }
    return try PatchedSample(patches, without: absent)
  }

  /// Records of which each but the first superseded the one before it.
  private func chain(_ ids: String...) -> String {
    let records = zip(ids, [nil] + ids.map(Optional.some)).map { id, previous in
      let link = previous.map { #", "previous": "\#($0)""# } ?? ""
      return #"{ "id": "\#(id)"\#(link) }"#
    }
    return "[\(records.joined(separator: ", "))]"
  }

  // MARK: Data model: DeploymentConfiguration references many CredentialManager

  @Test func findsAReferenceToNoCredential() throws {
    let sample = try sample(references: [Self.known, Self.other])
    #expect(sample.codes == ["FC116"])
    let finding = try sample.finding(of: "FC116")
    #expect(finding.message == "no credential has the id '\(Self.other)'")
    #expect(finding.help == "remove it, or write the id of a record in credentials.json")
    #expect(finding.pointer == "/credentials/1")
    #expect(finding.rule.severity == .error)
  }

  @Test func readsReferencesInEitherCase() throws {
    #expect(try sample(references: [Self.known.uppercased()]).codes == [])
  }

  @Test func findsEveryReferenceDanglingWithoutCredentials() throws {
    let sample = try sample(references: [Self.known], without: [.credentials])
    #expect(sample.pointers(of: "FC116") == ["/credentials/0"])
  }

  @Test(arguments: [
    "7", #"[{ "id": "nonsense" }]"#, #"[7]"#,
  ])
  func takesNoReferenceAsDanglingWhereCredentialsCannotBeRead(credentials: String) throws {
    let sample = try sample(references: [Self.other], credentials: credentials)
    #expect(sample.pointers(of: "FC116") == [])
  }

  @Test func reportsADanglingIdOnceThoughItIsRepeated() throws {
    let sample = try sample(references: [Self.known, Self.other, Self.other])
    #expect(sample.pointers(of: "FC116") == ["/credentials/1"])
    #expect(sample.pointers(of: "FC119") == ["/credentials/2"])
  }

  @Test func findsAReferenceOfOneEnvironmentOnly() throws {
    let sample = try PatchedSample(
      deployment: #"{ "environments": { "staging": { "credentials": ["\#(Self.other)"] } } }"#)
    let finding = try sample.finding(of: "FC116")
    #expect(finding.pointer == "/environments/staging/credentials/0")
    #expect(finding.environment == .staging)
  }

  @Test func warnsOfARepeatedReference() throws {
    let sample = try sample(references: [Self.known, Self.known, Self.known])
    #expect(sample.codes == ["FC119", "FC119"])
    #expect(sample.pointers(of: "FC119") == ["/credentials/1", "/credentials/2"])
    let finding = try #require(sample.findings(of: "FC119").first)
    #expect(finding.message == "the credential '\(Self.known)' is referenced twice")
    #expect(finding.help == "remove it, or write the id that was meant")
    #expect(finding.rule.severity == .warning)
  }

  // MARK: Data model: CredentialManager has rotation history

  private static let oldest = "00000000-0000-4000-8000-000000000001"
  private static let older = "00000000-0000-4000-8000-000000000002"
  private static let current = "00000000-0000-4000-8000-000000000003"

  @Test(arguments: [DeploymentCredentialRuleTests.oldest, DeploymentCredentialRuleTests.older])
  func namesTheCurrentRecordOfASupersededOne(reference: String) throws {
    let sample = try sample(
      references: [Self.current, reference],
      credentials: chain(Self.oldest, Self.older, Self.current))
    let finding = try sample.finding(of: "FC120")
    #expect(finding.message == "the credential '\(reference)' has been superseded")
    #expect(finding.help == "write '\(Self.current)', its current record")
    #expect(finding.pointer == "/credentials/1")
    #expect(finding.rule.severity == .warning)
  }

  @Test func acceptsTheCurrentRecordOfAChain() throws {
    let sample = try sample(
      references: [Self.current], credentials: chain(Self.oldest, Self.older, Self.current))
    #expect(sample.pointers(of: "FC120") == [])
  }

  @Test func findsNoCurrentRecordInACircle() throws {
    let circle = """
      [
        { "id": "\(Self.oldest)", "previous": "\(Self.older)" },
        { "id": "\(Self.older)", "previous": "\(Self.oldest)" }
      ]
      """
    let sample = try sample(references: [Self.oldest], credentials: circle)
    #expect(sample.pointers(of: "FC120") == [])
  }

  @Test func callsARecordThatIsNotThereDanglingAndNotSuperseded() throws {
    let broken = #"[{ "id": "\#(Self.current)", "previous": "\#(Self.older)" }]"#
    let sample = try sample(references: [Self.older], credentials: broken)
    #expect(sample.pointers(of: "FC120") == [])
    #expect(sample.pointers(of: "FC116") == ["/credentials/0"])
  }
}
