/// Writes the Unicode labels of a domain name in the ASCII form that DNS carries.
///
/// Source: RFC 3492, sections 5 and 6; the prefix `xn--` is that of RFC 5890, section 2.3.2.1.
enum Punycode {
  private static let base: UInt32 = 36
  private static let thresholdMinimum: UInt32 = 1
  private static let thresholdMaximum: UInt32 = 26
  private static let skew: UInt32 = 38
  private static let damp: UInt32 = 700
  private static let initialBias: UInt32 = 72
  private static let initialCode: UInt32 = 128

  /// The ASCII form of a label with its prefix; a label of ASCII alone is returned as it is.
  ///
  /// Nil for a label so long that the algorithm's 32-bit counters overflow.
  static func label(_ label: String) -> String? {
    guard label.utf8.contains(where: { $0 >= 0x80 }) else { return label }
    return encode(label).map { "xn--" + $0 }
  }

  /// The Punycode of a label, without the prefix.
  static func encode(_ label: String) -> String? {
    let input = label.unicodeScalars.map(\.value)
    var output = input.filter { $0 < initialCode }.map { UInt8(truncatingIfNeeded: $0) }
    let basicCount = UInt32(output.count)
    if basicCount > 0 { output.append(UInt8(ascii: "-")) }
    var code = initialCode
    var delta: UInt32 = 0
    var bias = initialBias
    var handled = basicCount
    while handled < UInt32(input.count) {
      guard let next = input.lazy.filter({ $0 >= code }).min() else { return nil }
      let (step, overflow) = (next - code).multipliedReportingOverflow(by: handled + 1)
      let (sum, carried) = delta.addingReportingOverflow(step)
      guard !overflow, !carried, sum < UInt32.max - UInt32(input.count) else { return nil }
      delta = sum
      code = next
      for value in input {
        if value < code { delta += 1 }
        guard value == code else { continue }
        append(delta, bias: bias, to: &output)
        bias = adapt(delta, count: handled + 1, isFirst: handled == basicCount)
        delta = 0
        handled += 1
      }
      delta += 1
      code += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends a number as a variable-length integer (RFC 3492, section 3.3).
  private static func append(_ number: UInt32, bias: UInt32, to output: inout [UInt8]) {
    var rest = number
    var position = base
    while true {
      let lowered = position > bias ? position - bias : 0
      let threshold = min(max(lowered, thresholdMinimum), thresholdMaximum)
      guard rest >= threshold else { break }
      output.append(digit(threshold + (rest - threshold) % (base - threshold)))
      rest = (rest - threshold) / (base - threshold)
      position += base
    }
    output.append(digit(rest))
  }

  /// The bias after a number has been written (RFC 3492, section 6.1).
  private static func adapt(_ delta: UInt32, count: UInt32, isFirst: Bool) -> UInt32 {
    var rest = isFirst ? delta / damp : delta / 2
    rest += rest / count
    var position: UInt32 = 0
    while rest > ((base - thresholdMinimum) * thresholdMaximum) / 2 {
      rest /= base - thresholdMinimum
      position += base
    }
    return position + (base - thresholdMinimum + 1) * rest / (rest + skew)
  }

  private static func digit(_ value: UInt32) -> UInt8 {
    let small = UInt8(truncatingIfNeeded: value)
    return small < 26 ? UInt8(ascii: "a") + small : UInt8(ascii: "0") + (small - 26)
  }
}
