/// A word as a shell takes it: in single quotes where it has more than plain characters.
package struct ShellWord: CustomStringConvertible {
  package let description: String

  package init(_ word: String) {
    let isPlain = !word.isEmpty && word.utf8.allSatisfy(Self.isPlain)
    description = isPlain ? word : "'\(word.replacing("'", with: "'\\''"))'"
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "/._-+:@%".utf8.contains(byte)
    }
  }
}
