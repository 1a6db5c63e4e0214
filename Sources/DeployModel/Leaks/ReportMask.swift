package import Documents

/// Hides in what a report shows the secrets that a search would find in it: values of the vault,
/// as far as they are known, and what has the form of a secret.
package struct ReportMask: Sendable {
  /// A part that is not shown, and how many bytes at its beginning are.
  private struct Hidden {
    var range: Range<Int>
    var shownCount: Int
  }

  private let values: KnownValues

  /// - Parameter values: What is hidden whatever it looks like.
  package init(_ values: KnownValues = KnownValues()) { self.values = values }

  /// A message in which only the beginnings of secrets are left.
  package func masked(_ message: String) -> String { masked(message, hasNames: false) }

  /// What someone has written in a file, in which only the beginnings of secrets are left.
  package func masked(reason: String) -> String { masked(reason, hasNames: true) }

  /// - Parameter hasNames: Whether a name tells something about what stands behind it.
  private func masked(_ text: String, hasNames: Bool) -> String {
    let plain = Self.unescaped(text)
    if plain != text, let cut = cut(plain, hasNames: hasNames) { return cut.visible }
    return cut(text, hasNames: hasNames) ?? text
  }

  /// Nothing, if there is nothing to hide.
  private func cut(_ text: String, hasNames: Bool) -> String? {
    ASCII.withBytes(of: text) { bytes in
      var found = found(in: bytes) + cutValues(in: bytes)
      if hasNames { AssignedSecret.find(in: bytes, &found) }
      let parts = Self.merged(found, in: bytes) { _ in true }
      return parts.isEmpty ? nil : Self.text(bytes, without: parts)
    }
  }

  /// The text with the characters that messages write as `\u{…}`.
  private static func unescaped(_ text: String) -> String {
    let parts = text.split(separator: "\\u{", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(into: String(parts.first ?? "")) { whole, part in
      guard let end = part.firstIndex(of: "}"), let value = UInt32(part[..<end], radix: 16),
        let scalar = Unicode.Scalar(value)
      else {
        whole += "\\u{" + part
        return
      }
      whole.unicodeScalars.append(scalar)
      whole += part[part.index(after: end)...]
    }
  }

  /// A file in which each character of a secret is `*`, so that lines and columns stay true.
  package func masked(_ source: SourceText) -> SourceText {
    let parts = source.bytes.withUnsafeBufferPointer { bytes in
      var found = found(in: bytes)
      if ScannedFile(path: source.name).hasProse { AssignedSecret.find(in: bytes, &found) }
      // Where the place is known, nothing has to be shown of what is only guessed to be secret.
      return Self.merged(found, in: bytes) { $0 == .vaultValue }
    }
    return parts.isEmpty
      ? source : SourceText(name: source.name, bytes: Self.bytes(source.bytes, starring: parts))
  }

  // MARK: Search

  private func found(in bytes: SecretShape.Bytes) -> [FoundLeak] {
    var (known, shaped): ([FoundLeak], [FoundLeak]) = ([], [])
    values.find(in: bytes, &known)
    LeakShapeIndex.all.find(in: bytes, &shaped)
    return known + shaped
  }

  /// Values of which a message shows only a part, which ends in `…`.
  private func cutValues(in bytes: SecretShape.Bytes) -> [FoundLeak] {
    guard !values.isEmpty else { return [] }
    let mark = Array("…".utf8)
    return bytes.indices.dropLast(mark.count - 1).compactMap { index in
      guard bytes[index] == mark[0], bytes[index..<index + mark.count].elementsEqual(mark),
        let start = values.beginning(in: bytes, before: index, within: 4 * Quoted.limit)
      else { return nil }
      return FoundLeak(kind: .vaultValue, what: "", range: start..<index + mark.count)
    }
  }

  /// The parts in their order, with those that overlap as one.
  ///
  /// - Parameter isBegun: Whether the beginning of what is of a kind is shown.
  private static func merged(
    _ found: [FoundLeak], in bytes: SecretShape.Bytes, _ isBegun: (Leak.Kind) -> Bool
  ) -> [Hidden] {
    found.sorted { $0.extent.lowerBound < $1.extent.lowerBound }.reduce(into: []) { parts, leak in
      if let last = parts.last, last.range.overlaps(leak.extent) {
        let end = max(last.range.upperBound, leak.extent.upperBound)
        parts[parts.count - 1].range = last.range.lowerBound..<end
      } else {
        let whole = FoundLeak(kind: leak.kind, what: "", range: leak.extent)
        let count = isBegun(leak.kind) ? whole.beginning(in: bytes).utf8.count : 0
        parts.append(Hidden(range: leak.extent, shownCount: count))
      }
    }
  }

  // MARK: Masked texts

  private static func text(_ bytes: SecretShape.Bytes, without parts: [Hidden]) -> String {
    var (text, reached) = ("", 0)
    for part in parts {
      let shown = part.range.lowerBound + part.shownCount
      text += String(decoding: bytes[reached..<shown], as: UTF8.self) + "…"
      reached = part.range.upperBound
    }
    return text + String(decoding: bytes[reached...], as: UTF8.self)
  }

  private static func bytes(_ bytes: [UInt8], starring parts: [Hidden]) -> [UInt8] {
    var (masked, reached): ([UInt8], Int) = ([], 0)
    masked.reserveCapacity(bytes.count)
    for part in parts {
      let shown = part.range.lowerBound + part.shownCount
      masked += bytes[reached..<shown]
      for byte in bytes[shown..<part.range.upperBound] {
        if byte == 0x0A || byte == 0x0D {
          masked.append(byte)
        } else if byte & 0xC0 != 0x80 {
          masked.append(UInt8(ascii: "*"))
        }
      }
      reached = part.range.upperBound
    }
    return masked + bytes[reached...]
  }
}

extension Finding {
  /// The finding without the secrets that its texts quote.
  package func masked(by mask: ReportMask) -> Finding {
    var finding = self
    finding.message = mask.masked(message)
    finding.help = help.map { mask.masked($0) }
    finding.suppression = suppression.map(mask.masked(reason:))
    finding.pointer = pointer.map { mask.masked($0) }
    finding.subject?.id = subject?.id.map { mask.masked($0) }
    // What writes a secret anew is for whoever may see it.
    if let fix, [fix.description, fix.replacement ?? ""].contains(where: { mask.masked($0) != $0 })
    {
      finding.fix = nil
    }
    return finding
  }
}
