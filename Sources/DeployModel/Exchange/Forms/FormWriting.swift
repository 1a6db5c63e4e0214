/// Writes values one after the other, and collects those that cannot be written.
enum FormWriting {
  static func joined(
    _ values: [ExportedValue],
    by write: (ExportedValue, inout [UInt8]) throws(FormFault) -> Void
  ) throws(FormRefusals) -> Secret {
    var text: [UInt8] = []
    // Growing would leave copies behind: values rarely become twice as long.
    text.reserveCapacity(
      values.reduce(64) { $0 + 2 * $1.value.count + $1.key.text.utf8.count + 64 })
    var refusals: [FormRefusals.Refusal] = []
    for value in values {
      do throws(FormFault) {
        try checkNoNUL(value)
        try write(value, &text)
      } catch {
        refusals.append(.init(key: value.key, reason: error.reason, help: error.help))
      }
    }
    let secret = Secret(wiping: &text)
    guard refusals.isEmpty else { throw FormRefusals(refusals: refusals) }
    return secret
  }

  private static func checkNoNUL(_ value: ExportedValue) throws(FormFault) {
    guard value.value.withBytes({ $0.contains(0) }) else { return }
    throw FormFault("it has a NUL, which no environment variable can hold")
  }

  /// Refuses bytes that readers of text would replace.
  static func checkText(_ value: ExportedValue) throws(FormFault) {
    guard value.value.withBytes({ String(validating: $0, as: UTF8.self) == nil }) else { return }
    throw FormFault(
      "it is not text in UTF-8, and would be read as other bytes",
      help: "`--for shell` holds any bytes but NUL")
  }
}
