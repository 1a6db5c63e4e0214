import Documents

/// An amount of storage as a whole number of gigabytes: `10GB`.
///
/// At least 1 GB. What a volume can be given is a fact of the platform
/// (`PlatformLimits.volumeGigabytes`).
///
/// Source: data model, DeploymentConfiguration, `resource_storage`.
public struct StorageSize: Hashable, Sendable {
  /// The amount in gigabytes, 1 or more.
  public let gigabytes: Int

  /// Reads a size; the error proposes the right form for `10gb`, `10 GB`, `10240MB`, `1TB`, `10`.
  public init(_ text: String) throws(MalformedValue) {
    guard let size = SizeText(text), let number = size.number, number > 0,
      number < Int.max / 1_024, size.unit == "GB"
    else { throw Self.diagnosis(of: text) }
    gigabytes = number
  }

  /// The size of so many gigabytes, or nil for less than one.
  public init?(gigabytes: Int) {
    guard gigabytes > 0 else { return nil }
    self.gigabytes = gigabytes
  }

  private static func diagnosis(of text: String) -> MalformedValue {
    let expected = "expected a whole number and GB"
    let isInMegabytes = SizeText(text)?.unit == "MB"
    let reason =
      isInMegabytes
      ? "the storage size \(Quoted(text)) is in MB, \(expected)"
      : SizeText.fault(in: text, kind: "storage", expected: expected)
    return MalformedValue(reason, help: proposal(for: text) ?? "write a size such as '10GB'")
  }

  private static func proposal(for text: String) -> String? {
    let trimmed = ASCII.trimmed(text)
    if let number = Int(trimmed), number > 0 { return "write '\(number)GB'" }
    guard let megabytes = SizeText.megabytesMeant(by: trimmed) else { return nil }
    let below = megabytes / 1_024
    if megabytes % 1_024 == 0 { return "write '\(below)GB'" }
    return below == 0 ? "write '1GB'" : "write '\(below)GB' or '\(below + 1)GB'"
  }
}

extension StorageSize: Comparable {
  public static func < (left: StorageSize, right: StorageSize) -> Bool {
    left.gigabytes < right.gigabytes
  }
}

extension StorageSize: CustomStringConvertible {
  public var description: String { "\(gigabytes)GB" }
}
