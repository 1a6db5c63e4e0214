import Documents
import Testing

@testable import DeployModel

/// FC501 to FC505, FC509, FC510, FC513 and FC514, judged on 2026-11-23 for a certificate from
/// 2026-10-20 to 2027-01-18.
struct SSLCertificateRuleTests {
  // MARK: Data model: REQUIRED and DEFAULT

  @Test(arguments: ["domain", "status"])
  func requiresWhatTheDataModelRequires(key: String) throws {
    let finding = try LaidSample(certificate: #"{ "\#(key)": null }"#).only
    #expect(finding.code == "FC003")
    #expect(finding.message == "missing field '\(key)'")
  }

  @Test func defaultsAreLetsEncryptRenewalAnd30Days() throws {
    let sample = try LaidSample(certificate: #"{ "warning_days": null }"#)
    let certificate = try #require(try sample.snapshot.project.certificate.get()).production
    #expect(certificate.certificateAuthority == .value("Let's Encrypt"))
    #expect(certificate.autoRenew == .value(true))
    #expect(certificate.warningDays == .value(30))
  }

  @Test func statusIsPendingActiveExpiredOrFailed() throws {
    #expect(
      try LaidSample(certificate: #"{ "status": "issued" }"#).only.message
        == "'issued' is not one of pending, active, expired, failed")
  }

  // MARK: Domain

  @Test func deploymentHasACertificateForItsDomain() throws {
    #expect(
      try LaidSample(certificate: #"{ "domain": "*.fly.dev" }"#).codes == [])
    #expect(
      try LaidSample(certificate: #"{ "domain": "harbor.fly.dev" }"#).only
        == FindingText(
          "FC501",
          "the certificate for 'harbor.fly.dev' does not cover the domain 'harbour.fly.dev'",
          help: "write 'harbour.fly.dev', or correct the deployment's domain", at: "domain"))
  }

  @Test(arguments: [("*.example.com", false), ("EXAMPLE.com", true), ("*.com", nil)])
  func aWildcardStandsForOneLabel(domain: String, isCovered: Bool?) throws {
    let sample = try LaidSample([
      .deployment: #"{ "domain": "example.com" }"#,
      .certificate: #"{ "domain": "\#(domain)" }"#,
    ])
    #expect(sample.codes == (isCovered.map { $0 ? [] : ["FC501"] } ?? ["FC510"]))
  }

  @Test func findsAnEnvironmentThatTheCertificateDoesNotCover() throws {
    let patch = """
      {
        "environments": {
          "staging": { "app_name": "harbour-staging", "domain": "staging.example.com" }
        }
      }
      """
    let finding = try #require(try LaidSample([.deployment: patch]).findings.first)
    #expect(finding.rule.code == "FC501")
    #expect(finding.environment == .staging)
    #expect(finding.help == "add the certificate of staging under \"environments\"")
    let covered = try LaidSample([
      .deployment: patch,
      .certificate: #"{ "environments": { "staging": { "domain": "*.example.com" } } }"#,
    ])
    #expect(covered.codes == [])
  }

  @Test func anEnvironmentUnderFlyDevNeedsNoCertificateOfItsOwn() throws {
    let patch = """
      {
        "environments": {
          "staging": { "app_name": "harbour-staging", "domain": "harbour-staging.fly.dev" }
        }
      }
      """
    #expect(try LaidSample([.deployment: patch]).codes == [])
    let wrong = try LaidSample([
      .deployment: patch,
      .certificate: #"{ "environments": { "staging": { "domain": "harbor-staging.fly.dev" } } }"#,
    ])
    #expect(wrong.codes == ["FC501"])
  }

  @Test func saysNothingOfTheDomainWhereThereIsNoOtherToCompare() throws {
    let wrong = #"{ "domain": "other.example.com" }"#
    let sample = try LaidSample(certificate: wrong)
    let text = SourceText(name: "certificate.json", sample.files[.certificate] ?? "")
    #expect(ProjectSnapshot(alone: .certificate, text).validate(at: SampleProject.now).isEmpty)
    let unreadable = try LaidSample([.certificate: wrong, .deployment: #"{ "domain": 5 }"#])
    #expect(unreadable.codes == ["FC005"])
  }

  @Test func refusesADomainThatNoAuthorityKnows() throws {
    #expect(
      try LaidSample(certificate: #"{ "domain": "harbour.fly.dev." }"#).only
        == FindingText(
          "FC510", "the domain 'harbour.fly.dev.' has a trailing dot, expected a host name alone",
          help: "write 'harbour.fly.dev'", at: "domain"))
  }

  // MARK: Dates

  @Test func anActiveCertificateHasBothDates() throws {
    let neither = try LaidSample(certificate: #"{ "issued_at": null, "expires_at": null }"#)
    #expect(
      neither.findings.map(\.message) == [
        "the certificate is active and has no expires_at",
        "the certificate is active and has no issued_at",
      ])
    #expect(neither.findings.allSatisfy { $0.rule.code == "FC502" })
    #expect(
      neither.findings.map(\.place.start) == [SourcePosition(line: 1, column: 1)] + [
        SourcePosition(line: 1, column: 1)
      ])
    let unreadable = try LaidSample(certificate: #"{ "issued_at": "yesterday" }"#)
    #expect(unreadable.codes == ["FC009"])
    let pending = #"{ "status": "pending", "issued_at": null, "expires_at": null }"#
    #expect(try LaidSample(certificate: pending).codes == [])
  }

  @Test(arguments: ["2026-10-20T00:00:00Z", "2026-10-19T23:59:59Z"])
  func expiresAfterItWasIssued(expires: String) throws {
    #expect(
      try LaidSample(certificate: #"{ "expires_at": "\#(expires)" }"#).only
        == FindingText(
          "FC503", "expires_at is '\(expires)', not after issued_at, '2026-10-20T00:00:00Z'",
          help: "are the two swapped?", at: "expires_at"))
  }

  @Test(arguments: [
    (
      #"{ "status": "expired" }"#,
      "status is 'expired', and the certificate is valid until '2027-01-18T00:00:00Z'",
      "write 'active'"
    ),
    (
      #"{ "status": "expired", "issued_at": "2026-12-01T00:00:00Z", "warning_days": 5 }"#,
      "status is 'expired', and the certificate is valid until '2027-01-18T00:00:00Z'",
      "write 'pending'"
    ),
    (
      #"{ "issued_at": "2026-11-23T00:00:01Z", "warning_days": 5 }"#,
      "status is 'active' before issued_at, '2026-11-23T00:00:01Z'",
      "write 'pending', or correct issued_at"
    ),
    (
      #"{ "status": "pending" }"#,
      "status is 'pending', and the certificate is valid since '2026-10-20T00:00:00Z'",
      "write 'active'"
    ),
  ])
  func statusAgreesWithTheDates(piece: String, message: String, help: String) throws {
    #expect(
      try LaidSample(certificate: piece).only
        == FindingText("FC504", message, help: help, at: "status"))
  }

  @Test(arguments: [
    #"{ "issued_at": "2026-11-23T00:00:00Z" }"#,
    #"{ "status": "pending", "issued_at": "2026-11-24T00:00:00Z", "warning_days": 20 }"#,
    #"{ "status": "pending", "issued_at": null }"#,
  ])
  func acceptsAStatusThatTheDatesAllow(piece: String) throws {
    #expect(try LaidSample(certificate: piece).codes == [])
  }

  @Test(arguments: [
    ("2026-11-22T23:59:59Z", "less than a day ago"), ("2026-11-22T00:00:00Z", "1 day ago"),
    ("2026-11-20T12:00:00Z", "2 days ago"),
  ])
  func findsAnExpiredCertificate(expires: String, ago: String) throws {
    for status in ["active", "expired", "pending"] {
      let piece = #"{ "status": "\#(status)", "expires_at": "\#(expires)" }"#
      #expect(
        try LaidSample(certificate: piece).only
          == FindingText(
            "FC505", "the certificate expired at '\(expires)', \(ago)",
            help: "renew it: 'fly certs check' says what keeps it from being issued",
            at: "expires_at"))
    }
  }

  @Test func anExpiredCertificateNeedsNoDate() throws {
    let piece = #"{ "status": "expired", "expires_at": null }"#
    #expect(
      try LaidSample(certificate: piece).only
        == FindingText(
          "FC505", "the certificate is expired",
          help: "renew it: 'fly certs check' says what keeps it from being issued", at: "status"))
  }

  /// RFC 5280, section 4.1.2.5: valid up to and including notAfter.
  @Test func isValidAtItsLastMoment() throws {
    let piece = #"{ "expires_at": "2026-11-23T00:00:00Z", "auto_renew": false }"#
    #expect(
      try LaidSample(certificate: piece).only.message
        == "the certificate expires in less than a day, and auto_renew is off")
  }

  // MARK: The rest

  @Test(arguments: [
    ("d7a7a0fb5d7e2731d771e9484ebcdef71d5f0c3e0a2948782bc83ee0ea699ef4", true),
    (
      "D7:A7:A0:FB:5D:7E:27:31:D7:71:E9:48:4E:BC:DE:F7:"
        + "1D:5F:0C:3E:0A:29:48:78:2B:C8:3E:E0:EA:69:9E:F4",
      true
    ),
    ("d7a7a0fb", false), ("", false),
  ])
  func fingerprintIsASHA256(fingerprint: String, isLegal: Bool) throws {
    let sample = try LaidSample(certificate: #"{ "fingerprint": "\#(fingerprint)" }"#)
    #expect(sample.codes == (isLegal ? [] : ["FC509"]))
  }

  @Test func saysWhatIsWrongWithAFingerprint() throws {
    let sha1 = "b1bc968bd4f49d622aa89a81f2150152a41d829c"
    #expect(
      try LaidSample(certificate: #"{ "fingerprint": "\#(sha1)" }"#).only.message
        == "the fingerprint has 40 hexadecimal digits, as SHA-1 has, "
        + "expected the 64 hexadecimal digits of SHA-256")
  }

  @Test(arguments: [("2027-01-17T23:59:59Z", true), ("2027-01-18T00:00:00Z", false)])
  func wasLastRenewedBeforeItExpires(renewed: String, isLegal: Bool) throws {
    let sample = try LaidSample(certificate: #"{ "last_renewed": "\#(renewed)" }"#)
    #expect(sample.codes == (isLegal ? [] : ["FC513"]))
    guard !isLegal else { return }
    #expect(
      try sample.only
        == FindingText(
          "FC513",
          "last_renewed is '2027-01-18T00:00:00Z', not before expires_at, '2027-01-18T00:00:00Z'",
          help: "write the dates of the renewed certificate", at: "last_renewed"))
  }

  @Test func warnsOfAFailedRequest() throws {
    #expect(
      try LaidSample(certificate: #"{ "status": "failed" }"#).only
        == FindingText(
          "FC514", "the last request for the certificate failed",
          help: "'fly certs check' says what keeps it from being issued", at: "status"))
  }
}
