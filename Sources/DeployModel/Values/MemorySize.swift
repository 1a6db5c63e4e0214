/// An amount of memory as a whole number and a unit: `512MB`, `4GB`.
///
/// 1 GB is 1024 MB, at least 1 MB. What a machine can be given is a question for the platform's
/// facts (`CPUKind.memoryRange`).
///
/// Source: data model, DeploymentConfiguration, `resource_memory`.
public struct MemorySize: Hashable, Sendable {
  /// The amount in megabytes, 1 or more.
  public let megabytes: Int

  /// Reads a size; the error proposes the right form for `4gb`, `4 GB`, `4GiB`, `4.5GB`, `4096`.
  public init(_ text: String) throws(MalformedValue) {
    guard let size = SizeText(text), let number = size.number, number > 0,
      let factor = Self.megabytes(in: size.unit)
    else { throw Self.diagnosis(of: text) }
    let (megabytes, overflow) = number.multipliedReportingOverflow(by: factor)
    guard !overflow else { throw Self.diagnosis(of: text) }
    self.megabytes = megabytes
  }

  /// The size of so many megabytes, or nil for less than one.
  public init?(megabytes: Int) {
    guard megabytes > 0 else { return nil }
    self.megabytes = megabytes
  }

  private static func megabytes(in unit: String) -> Int? {
    switch unit {
    case "MB": 1
    case "GB": 1_024
    default: nil
    }
  }

  private static func diagnosis(of text: String) -> MalformedValue {
    MalformedValue(
      SizeText.fault(
        in: text, kind: "memory", expected: "expected a whole number and MB or GB"),
      help: proposal(for: text) ?? "write a size such as '512MB' or '4GB'")
  }

  /// A bare number is megabytes to flyctl, but a small one is more likely meant as gigabytes.
  private static func proposal(for text: String) -> String? {
    if let megabytes = SizeText.megabytesMeant(by: text) {
      return MemorySize(megabytes: megabytes).map { "write '\($0)'" }
    }
    guard let number = Int(ASCII.trimmed(text)), number > 0, number < 1 << 30 else { return nil }
    return number < 128
      ? "write '\(number)GB' or '\(number)MB'"
      : MemorySize(megabytes: number).map { "write '\($0)' for \(number) megabytes" }
  }
}

extension MemorySize: Comparable {
  public static func < (left: MemorySize, right: MemorySize) -> Bool {
    left.megabytes < right.megabytes
  }
}

extension MemorySize: CustomStringConvertible {
  /// The size in the largest unit that gives a whole number.
  public var description: String {
    megabytes % 1_024 == 0 ? "\(megabytes / 1_024)GB" : "\(megabytes)MB"
  }
}
