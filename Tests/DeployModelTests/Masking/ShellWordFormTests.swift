import Foundation
import Testing

@testable import DeployModel

/// What shells print of a value, by the shells themselves.
@Suite struct ShellWordFormTests {
  /// Every word in them is one that no shell prints by itself.
  private static let values = [
    "qzj1't-qzj2-qzj3-secret-qzj4", "'qzj1 qzj2 qzj3'", "qzj1''qzj2'''qzj3''",
    "qzj1 \"qzj2\" 'qzj3' \\ qzj4\tqzj5",
    "qzj1 qzj2\nqzj3'qzj4\r\nqzj5\u{7}\u{8}\u{B}\u{C}\u{1B}qzj6", "qzj1wörd-qzj2öü",
    "qzj1äß's\tqzj2", "qzj1\u{1}\u{7F}qzj2'qzj3", "qzj1,c2d#qzj2~g4h!qzj3^k6l",
    "#qzj1~qzj2:~qzj3=~qzj4", "qzj1$qzj2`qzj3\"qzj4\\qzj5", "qzj1\u{200E}qzj2\u{85}qzj3\t'q",
    "qzj1🔑qzj2🚀\u{2028}qzj3", "qzj1\u{E000}qzj2\tx'y",
  ]

  private static func masked(_ bytes: [UInt8], _ patterns: MaskPatterns, cut: Int) -> String {
    var (mask, output) = (OutputMask(patterns), [UInt8]())
    for piece in [bytes[..<cut], bytes[cut...]] {
      Array(piece).withUnsafeBytes { mask.mask($0, into: &output) }
    }
    mask.finish(into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Expects that no word of a value is left in what was printed of it, wherever it is cut.
  private static func expectHidden(_ printed: [UInt8], _ value: String, _ program: String) {
    let patterns = MaskPatterns(values: [Secret(value)])
    let whole = masked(printed, patterns, cut: 0)
    #expect(whole.contains("***"), "\(program): \(value.debugDescription)")
    #expect(!whole.contains("qzj"), "\(program): \(value.debugDescription)")
    let first = max(0, printed.count - 300)
    for cut in stride(from: first, to: printed.count, by: 7) {
      #expect(masked(printed, patterns, cut: cut) == whole, "\(program), cut at \(cut)")
    }
  }

  /// Hides what a program prints of each value, which stands in its variable `qv`.
  private static func expectHidden(
    _ program: String, _ script: String, _ locale: String, of values: [String] = values
  ) throws {
    guard Peer.isThere(program) else {
      print("skipped: there is no \(program) here, so its quoting is not tried")
      return
    }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    for value in values {
      let printed = try ChildProcess.run(
        "/usr/bin/env", [program, "-c", script],
        environment: ["PATH": path, "qv": value, "LC_ALL": locale, "PYTHONUTF8": "1"])
      #expect(printed.status == 0, "\(program): \(script)")
      expectHidden(printed.output, value, "\(program) in \(locale), \(script)")
    }
  }

  private static let locales = ["C", "C.UTF-8"]

  @Test(
    arguments: locales, ["set", "export -p", "exec 2>&1; set -x; : \"$qv\" '' x"])
  func whatEveryShellPrintsIsHidden(_ locale: String, _ script: String) throws {
    for shell in ["dash", "bash", "zsh", "ksh", "mksh"] {
      try Self.expectHidden(shell, script, locale)
    }
  }

  @Test(
    arguments: locales,
    [
      "printf %q \"$qv\"", "echo \"${qv@Q}\"", "echo \"${qv@A}\"", "declare -p qv",
      "set -o posix; export -p", "f() { :; }; exec 2>&1; set -v -x; f \"$qv\"",
    ])
  func whatBashPrintsIsHidden(_ locale: String, _ script: String) throws {
    try Self.expectHidden("bash", script, locale)
  }

  @Test(
    arguments: locales,
    ["printf %q \"$qv\"", "typeset -p qv", "echo ${(q)qv} ${(qq)qv} ${(qqqq)qv}"])
  func whatZshPrintsIsHidden(_ locale: String, _ script: String) throws {
    try Self.expectHidden("zsh", script, locale)
  }

  @Test(arguments: ["shlex.quote(v)", "repr(v)", "repr(v.encode())", "shlex.join(['x', v])"])
  func whatPythonPrintsIsHidden(_ expression: String) throws {
    let script = "import os, shlex; v = os.environ['qv']; print(\(expression))"
    // What is invisible beyond ASCII, Python's texts show by its number in Unicode.
    let values = Self.values.filter { value in
      expression != "repr(v)"
        || !value.unicodeScalars.contains {
          "\u{85}\u{200E}\u{2028}\u{E000}".unicodeScalars.contains($0)
        }
    }
    try Self.expectHidden("python3", script, "C.UTF-8", of: values)
  }

  /// The forms of shells that are not installed everywhere.
  @Test(arguments: [
    // dash and busybox.
    ("a'b", #"a'"'"'b"#), ("a''b'", #"a'"''"'b'"'""#),
    // zsh.
    ("a b\u{1}'c", #"a b\C-A\'c"#), ("a b\nc#d", ##"a\ b$'\n'c\#d"##),
    // ksh93.
    ("é\u{1}'x", #"é\x01\'x"#), ("aé'x", #"a\xc3\xa9\'x"#),
    // bash.
    ("é\u{1B}'x", #"\303\251\E\'x"#), ("ab,c~:~d", #"ab\,c~:\~d"#), ("ab$c`", #"ab\$c\`"#),
  ])
  func formsAreKnownByTheirTexts(_ value: String, _ text: String) {
    #expect(ShellWordForm.all(of: Array(value.utf8)).contains(Array(text.utf8)))
  }

  /// What needs no quoting has no further forms, which would cost time for each value.
  @Test func plainValuesHaveNoOtherForms() {
    #expect(ShellWordForm.all(of: Array("sk_live-a/b:c=d@e%f+g.h".utf8)).isEmpty)
    #expect(DollarQuoteForm.texts(of: Array("a b\"c$".utf8)).isEmpty)
  }
}
