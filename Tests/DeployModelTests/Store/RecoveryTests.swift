import Foundation
import Testing

@testable import DeployModel

@Suite struct RecoveryTests {
  private let scenario: TransactionScenario
  private var scratch: ScratchFolder { scenario.scratch }
  private static let advice =
    "run `flyconf vault recover --discard` to drop the unfinished change, or restore the file"

  init() throws { scenario = try TransactionScenario() }

  private func discard() throws -> RecoveryReport? {
    try Recovery.discard(in: scratch.path, FileSystem())
  }

  @Test func hasNothingToDoInAnOrdinaryFolder() throws {
    #expect(try scenario.isRecoveryNeeded() == false)
    #expect(try scenario.recover() == nil)
    #expect(try discard() == nil)
    #expect(try Recovery.isNeeded(in: scratch.path("nowhere"), FileSystem()) == false)
  }

  @Test func finishesAChangeThatWasDecided() throws {
    try scenario.stopAfterTheDecision()
    var files = try scratch.files()
    files = files.filter { !TemporaryName.isTemporary($0.key) && $0.key != Journal.name }
    #expect(files == TransactionScenario.old)
    #expect(try scenario.isRecoveryNeeded())
    #expect(
      try scenario.recover()
        == .finished(["vault.json", "audit/first.jsonl", "deployment.json", "gone.json"]))
    #expect(try scratch.files() == TransactionScenario.new)
    #expect(try scenario.isRecoveryNeeded() == false)
  }

  @Test func dropsAChangeThatWasNotDecided() throws {
    try scratch.write("half", to: ".flyconf-0-0123456789abcdef~")
    try scratch.write("half", to: TemporaryName.journal)
    #expect(try scenario.isRecoveryNeeded())
    #expect(try scenario.recover() == .dropped)
    #expect(try scratch.files() == TransactionScenario.old)
  }

  @Test func leavesFilesThatOnlyLookLikeItsOwn() throws {
    let names = [
      ".flyconf-0-0123456789ABCDEF~", ".flyconf-0-0123456789abcde~", ".flyconf--0123456789abcdef~",
      ".flyconf-0-0123456789abcdef", "flyconf-0-0123456789abcdef~", ".flyconf-x-0123456789abcdef~",
      ".flyconf-0-0-0123456789abcdef~", "deployment.json.flyconf-12~",
    ]
    for name in names { try scratch.write("theirs", to: name) }
    #expect(try scenario.isRecoveryNeeded() == false)
    #expect(try scenario.recover() == nil)
    for name in names { #expect(try scratch.text(of: name) == "theirs") }
  }

  @Test func removesNoFolderOrLinkWithATemporaryName() throws {
    try scratch.write("theirs", to: ".flyconf-0-0123456789abcdef~/file")
    try scratch.link(".flyconf-1-0123456789abcdef~", to: "notes.txt")
    #expect(try scenario.recover() == nil)
    #expect(try scratch.text(of: ".flyconf-0-0123456789abcdef~/file") == "theirs")
    #expect(try scratch.text(of: ".flyconf-1-0123456789abcdef~") == "untouched")
  }

  // MARK: A journal that does not fit

  @Test func stopsIfAFileIsNeitherOldNorNew() throws {
    try scenario.stopAfterTheDecision()
    try scratch.write("checked out", to: "deployment.json")
    let before = try scratch.files()
    let error = #expect(throws: FileError.self) { try scenario.recover() }
    #expect(error?.path == scratch.path("deployment.json"))
    #expect(error?.reason.hasPrefix("it is neither as it was before") == true)
    #expect(error?.help == Self.advice)
    #expect(try scratch.files() == before)
    #expect(try discard() == .dropped)
    var expected = TransactionScenario.old
    expected["deployment.json"] = "checked out"
    #expect(try scratch.files() == expected)
    #expect(try scenario.isRecoveryNeeded() == false)
  }

  @Test(arguments: [nil, "damaged"])
  func dropsAChangeOfWhichNothingIsLeftToDo(_ text: String?) throws {
    try scenario.stopAfterTheDecision()
    let name = TemporaryName(index: 0, hash: hash(of: "new vault")).text
    try scratch.remove(name)
    if let text { try scratch.write(text, to: name) }
    #expect(try scenario.recover() == .undone)
    #expect(try scratch.files() == TransactionScenario.old)
    #expect(try scenario.isRecoveryNeeded() == false)
  }

  /// As after a change that was half carried out, and a checkout of what it had changed.
  @Test func dropsAChangeThatACheckoutTookBack() throws {
    try scenario.stopAfterTheDecision()
    for (index, name) in ["vault.json", "deployment.json"].enumerated() {
      let temporaries = try scratch.files().keys.filter {
        $0.hasPrefix(".flyconf-\(index == 0 ? 0 : 2)-")
      }
      for temporary in temporaries { try scratch.remove(temporary) }
      #expect(try scratch.text(of: name) == TransactionScenario.old[name])
    }
    #expect(try scenario.recover() == .undone)
    #expect(try scratch.files() == TransactionScenario.old)
  }

  @Test(arguments: [nil, "damaged"])
  func stopsIfATemporaryFileIsMissingOrDamaged(_ text: String?) throws {
    try scenario.stopAfterTheDecision()
    try scratch.write(
      try #require(TransactionScenario.new["deployment.json"]), to: "deployment.json")
    let name = TemporaryName(index: 0, hash: hash(of: "new vault")).text
    try scratch.remove(name)
    if let text { try scratch.write(text, to: name) }
    let before = try scratch.files()
    let error = #expect(throws: FileError.self) { try scenario.recover() }
    #expect(
      error?.reason == "its new contents, '\(name)', are not there or are damaged")
    #expect(error?.help == Self.advice)
    #expect(try scratch.files() == before)
  }

  @Test func onlyCleansUpIfEveryFileIsNewAlready() throws {
    try scenario.stopAfterTheDecision()
    let journal = try scratch.text(of: Journal.name)
    _ = try scenario.recover()
    try scratch.write(journal, to: Journal.name)
    let before = try FileSystem().status(of: scratch.path("vault.json"))
    #expect(try scenario.recover() != nil)
    #expect(try FileSystem().status(of: scratch.path("vault.json")) == before)
    #expect(try scratch.files() == TransactionScenario.new)
  }

  /// Temporary files without a journal are those of a change that was dropped.
  @Test func forgetsTheJournalLast() throws {
    try scenario.stopAfterTheDecision()
    try scratch.write("new vault", to: "vault.json")
    let plan = FaultPlan()
    _ = try scenario.recover(plan.files)
    let removed = plan.calls.filter { $0.call == .remove }.map { Path.name(of: $0.path) }
    let temporary = TemporaryName(index: 0, hash: hash(of: "new vault")).text
    #expect(removed == ["gone.json", temporary, Journal.name])
  }

  @Test func discardingWorksAfterAnyFailure() throws {
    for place in 0..<8 {
      let scenario = try TransactionScenario()
      try scenario.stopAfterTheDecision()
      let plan = FaultPlan(at: place, .fromThenOn, code: EIO)
      _ = try? Recovery.discard(in: scenario.scratch.path, plan.files)
      _ = try Recovery.discard(in: scenario.scratch.path, FileSystem())
      #expect(try scenario.scratch.files() == TransactionScenario.old, "call \(place)")
    }
  }

  // MARK: A journal that somebody made up

  private func stops(over journal: String, because reason: String) throws {
    try scratch.write(journal, to: Journal.name)
    let before = try scratch.files()
    let error = #expect(throws: FileError.self) { try scenario.recover() }
    #expect(error?.reason == "this is not a journal that flyconf wrote: \(reason)")
    #expect(error?.help == Self.advice)
    #expect(try scratch.files() == before)
    #expect(try discard() == .dropped)
    #expect(try scratch.files() == TransactionScenario.old)
  }

  @Test(arguments: [
    "/tmp/x.json", "../x.json", "..", "other/x.jsonl", "audit/../x.jsonl", "audit/a/x.jsonl",
    "audit//x.jsonl", "audit/x.json", "./x.json", ".git/config", ".hidden.json", "notes.txt",
    "fly.toml", "audit/.jsonl", ".json", "é.json",
  ])
  func touchesNoFileThatFlyconfDoesNotWrite(_ name: String) throws {
    let journal = Journal([FileChange(name: name, old: hash(of: "a"), new: nil)])
    try stops(
      over: String(decoding: journal.bytes, as: UTF8.self),
      because: "it names '\(name)', a file that flyconf does not write")
  }

  @Test func believesNoOtherTemporaryFile() throws {
    let journal = Journal([FileChange(name: "vault.json", old: nil, new: hash(of: "a"))])
    let text = String(decoding: journal.bytes, as: UTF8.self)
    try stops(
      over: text.replacing(".flyconf-0-", with: "../flyconf-0-"),
      because: "its temporary file of 'vault.json' has another name than it should")
  }

  @Test func believesNoJournalThatNamesAFileTwice() throws {
    let change = FileChange(name: "vault.json", old: hash(of: "a"), new: nil)
    try stops(
      over: String(decoding: Journal([change, change]).bytes, as: UTF8.self),
      because: "it names 'vault.json' twice")
  }

  @Test func believesNoJournalOfAnotherForm() throws {
    let fields = "an object in it has other fields than"
    try stops(over: "{}", because: "its format is not 'flyconf.journal/1'")
    try stops(
      over: #"{"format": "flyconf.journal/1", "more": 1}"#,
      because: "\(fields) 'format', 'files'")
    try stops(
      over: #"{"format": "flyconf.journal/1", "files": {}}"#, because: "it names no file")
    try stops(
      over: #"{"format": "flyconf.journal/1", "files": [{"name": "vault.json"}]}"#,
      because: "\(fields) 'name', 'old', 'new', 'temporary'")
    try stops(
      over: #"{"format": "flyconf.journal/1", "files": [7]}"#,
      because: "\(fields) 'name', 'old', 'new', 'temporary'")
    try stops(
      over: String(repeating: " ", count: Journal.sizeLimit + 1),
      because: "it is larger than 1 MiB")
  }

  @Test func believesNoJournalThatIsNotAFile() throws {
    try scratch.link(Journal.name, to: "notes.txt")
    let error = #expect(throws: FileError.self) { try scenario.recover() }
    #expect(error?.reason.hasSuffix("it is not a regular file") == true)
    #expect(try discard() == .dropped)
    #expect(try scratch.files() == TransactionScenario.old)
  }

  /// Someone who commits a link to a file outside, whose contents they know, with a journal and
  /// a temporary file to fit, replaces nothing.
  @Test func writesNothingOutsideOnAJournalsWord() throws {
    let outside = try ScratchFolder()
    try outside.write("known", to: "settings.json")
    try scratch.link("health.json", to: outside.path("settings.json"))
    let change = FileChange(name: "health.json", old: hash(of: "known"), new: hash(of: "evil"))
    try scratch.write("evil", to: change.temporary(at: 0) ?? "")
    try scratch.write(String(decoding: Journal([change]).bytes, as: UTF8.self), to: Journal.name)
    let error = #expect(throws: FileError.self) { try scenario.recover() }
    #expect(error?.help?.hasSuffix(Self.advice) == true)
    #expect(try outside.text(of: "settings.json") == "known")
  }
}
