public import Documents
public import FoundationEssentials

/// The certificate under which the application's domain is served.
///
/// Source: data model, "SSLCertificate".
public struct SSLCertificate: Sendable {
  public var id: Readable<UUID?>
  public var domain: Readable<String>
  public var certificateAuthority: Readable<String>
  public var status: Readable<CertificateStatus>
  public var issuedAt: Readable<Timestamp?>
  public var expiresAt: Readable<Timestamp?>
  public var autoRenew: Readable<Bool>
  public var lastRenewed: Readable<Timestamp?>
  /// The SHA-256 of the DER certificate, in hexadecimal digits.
  public var fingerprint: Readable<String?>
  /// Days before expiry to warn.
  public var warningDays: Readable<Int>
}

/// Where a certificate stands in its life.
public enum CertificateStatus: String, CaseIterable, Sendable, DocumentValue {
  case pending, active, expired, failed
}

extension SSLCertificate: ProjectEntity {
  static let defaultWarningDays = 30

  package static let schema = Schema(
    "SSLCertificate", annotations: .singleton,
    Self.init,
    .generated("id", \.id, "Unique identifier"),
    .required(
      "domain", \.domain, "Domain name; may be a wildcard",
      shape: .string(pattern: "^(\\*\\.)?[A-Za-z0-9.-]+$")),
    .defaulted(
      "certificate_authority", \.certificateAuthority, "CA provider", default: "Let's Encrypt"),
    .required("status", \.status, "Where the certificate stands"),
    .optional("issued_at", \.issuedAt, "Certificate issue date"),
    .optional("expires_at", \.expiresAt, "Certificate expiration date"),
    .defaulted("auto_renew", \.autoRenew, "Automatic renewal enabled", default: true),
    .optional("last_renewed", \.lastRenewed, "Last renewal date"),
    .optional(
      "fingerprint", \.fingerprint, "SHA-256 of the DER certificate",
      shape: .string(pattern: "^([0-9A-Fa-f]{64}|([0-9A-Fa-f]{2}:){31}[0-9A-Fa-f]{2})$")),
    .defaulted(
      "warning_days", \.warningDays, "Days before expiry to warn", default: defaultWarningDays,
      shape: .integer(0...Int.max))
  )

  /// The time within which the certificate is valid; nothing if its end is not known or comes
  /// before its start, which a rule reports.
  var validity: Validity? {
    get throws(Unreadable) {
      guard let end = try expiresAt.get() else { return nil }
      let validity = Validity(start: try issuedAt.get(), end: end)
      return validity.isEmpty ? nil : validity
    }
  }
}
