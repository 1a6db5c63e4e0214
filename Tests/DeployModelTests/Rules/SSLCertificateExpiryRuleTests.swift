import Testing

@testable import DeployModel

/// FC506 to FC508, FC511 and FC512: the time that a certificate has left on 2026-11-23.
struct SSLCertificateExpiryRuleTests {
  private static func dates(issued: String, expires: String, _ rest: String = "") -> String {
    #"{ "issued_at": "\#(issued)T00:00:00Z", "expires_at": "\#(expires)T00:00:00Z"\#(rest) }"#
  }

  @Test(arguments: [("2026-12-23", true), ("2026-12-24", false)])
  func warnsWithinWarningDays(expires: String, warns: Bool) throws {
    let piece = Self.dates(issued: "2026-09-22", expires: expires)
    #expect(try LaidSample(certificate: piece).codes == (warns ? ["FC506"] : []))
  }

  @Test func saysWhenACertificateExpires() throws {
    #expect(
      try LaidSample(certificate: Self.dates(issued: "2026-09-23", expires: "2026-12-22")).only
        == FindingText(
          "FC506", "the certificate expires in 29 days",
          help: "see that it is renewed before '2026-12-22T00:00:00Z'", at: "expires_at"))
  }

  @Test(arguments: [("2026-11-27", true), ("2026-11-28", false)])
  func doesNotWarnOfAShortCertificateBeforeItsLastThird(expires: String, warns: Bool) throws {
    // Twelve days from start to end: its last third begins four days before its end.
    let issued = warns ? "2026-11-15" : "2026-11-16"
    let piece = Self.dates(issued: issued, expires: expires, #", "warning_days": 6"#)
    #expect(try LaidSample(certificate: piece).codes == (warns ? ["FC506"] : []))
  }

  @Test(arguments: [("2026-12-18", "FC506"), ("2026-12-17", "FC507")])
  func findsARenewalThatIsFiveDaysLate(expires: String, code: String) throws {
    // Ninety days from start to end: renewed when thirty are left.
    let issued = code == "FC506" ? "2026-09-19" : "2026-09-18"
    #expect(
      try LaidSample(certificate: Self.dates(issued: issued, expires: expires)).codes == [code])
  }

  @Test func saysSinceWhenARenewalIsDue() throws {
    #expect(
      try LaidSample(certificate: Self.dates(issued: "2026-08-26", expires: "2026-11-24")).only
        == FindingText(
          "FC507",
          "the renewal was due at '2026-10-25T00:00:00Z', and the certificate expires in 1 day",
          help: "'fly certs check' says which DNS record is missing; then update the dates",
          at: "expires_at"))
  }

  @Test(arguments: [("2026-12-23", true), ("2026-12-24", false)])
  func aCertificateThatNothingRenewsIsRenewedInTime(expires: String, isFound: Bool) throws {
    let piece = Self.dates(issued: "2026-01-01", expires: expires, #", "auto_renew": false"#)
    #expect(try LaidSample(certificate: piece).codes == (isFound ? ["FC508"] : []))
  }

  @Test func warningDaysAreNotNegative() throws {
    #expect(
      try LaidSample(certificate: #"{ "warning_days": -1 }"#).only
        == FindingText(
          "FC511", "warning_days is -1, expected 0 or more",
          help: "remove the field: the default is 30", at: "warning_days"))
    for days in ["0", "\(Int.min)", "\(Int.max)"] {
      let codes = try LaidSample(certificate: #"{ "warning_days": \#(days) }"#).codes
      #expect(codes == (days == "0" ? [] : days.hasPrefix("-") ? ["FC511"] : ["FC512"]))
    }
  }

  @Test(arguments: [(45, true), (46, false)])
  func notesAWarningThatComesBeforeHalfOfTheTime(days: Int, isFine: Bool) throws {
    let sample = try LaidSample(certificate: #"{ "warning_days": \#(days) }"#)
    #expect(sample.codes == (isFine ? [] : ["FC512"]))
  }

  @Test func saysWhenTheWarningComes() throws {
    #expect(
      try LaidSample(certificate: #"{ "warning_days": 60 }"#).only
        == FindingText(
          "FC512", "warning_days is 60 for a certificate of 90 days",
          help: "write at most 30, when the last third begins", at: "warning_days"))
  }
}
