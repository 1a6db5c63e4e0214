/// The ways in which programs write a value: as it is, and escaped or encoded.
///
/// White space around a value is left to the eye: programs drop it, and no prompt that ends in a
/// space is ever held back for it.
struct WrittenForms {
  /// The fewest bytes of a line that is a value of its own.
  static let shortestLine = 8

  /// Each once, in no particular order; none is shorter than `MaskPatterns.shortest`.
  let all: Set<[UInt8]>

  /// - Parameter hasLines: Whether lines of a value, such as those of a key in PEM, are values of
  ///   their own when they are long enough to tell anything: programs print them one by one.
  init(of value: some Collection<UInt8>, hasLines: Bool) {
    let whole = Self.trimmed(value)
    guard whole.count >= MaskPatterns.shortest else {
      all = []
      return
    }
    var forms = Set(Base64Form.all(of: whole))
    for text in [whole] + (hasLines ? Self.lines(of: whole) : []) {
      forms.insert(text)
      forms.formUnion(PercentForm.all.map { $0.text(of: text) })
      forms.formUnion(JSONStringForm.all.map { $0.text(of: text) })
      forms.formUnion(ShellWordForm.all(of: text))
    }
    forms.formUnion(forms.compactMap(Self.withReturns))
    all = forms.filter { $0.count >= MaskPatterns.shortest }
  }

  /// A text without the white space around it.
  static func trimmed(_ text: some Collection<UInt8>) -> [UInt8] {
    var rest = Array(text)[...]
    while let last = rest.last, ASCII.isSpace(last) { rest.removeLast() }
    return Array(rest.drop(while: ASCII.isSpace))
  }

  private static func lines(of text: [UInt8]) -> [[UInt8]] {
    let lines = text.split(separator: UInt8(ascii: "\n"))
    guard lines.count > 1 else { return [] }
    return lines.map(trimmed).filter { $0.count >= shortestLine }
  }

  /// What a terminal makes of a text: it puts a carriage return before each line feed.
  private static func withReturns(_ text: [UInt8]) -> [UInt8]? {
    let newline = UInt8(ascii: "\n")
    guard text.contains(newline) else { return nil }
    return text.flatMap { $0 == newline ? [UInt8(ascii: "\r"), newline] : [$0] }
  }
}
