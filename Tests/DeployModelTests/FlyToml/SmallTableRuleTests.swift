import Testing

@testable import DeployModel

/// Rules about build, files, statics, restart, metrics and experimental.
@Suite struct SmallTableRuleTests {
  @Test(arguments: [
    ("image = 'nginx'\ndockerfile = 'Dockerfile'", ["FC983"]),
    ("build-target = 'web'\nbuilder = 'x/y'", ["FC983"]),
    ("buildpacks = ['x/y']\nbuiltin = 'node'", ["FC906", "FC983"]),
    ("builder = 'x/y'\nbuildpacks = ['x/z']", []),
    ("dockerfile = 'Dockerfile'\nbuild-target = 'web'", []),
    ("dockerfile = 'Dockerfile'\nbuildpacks = []\nargs = { A = 'b' }", []),
  ])
  func wantsOneSourceOfTheImage(_ lines: String, _ codes: [String]) {
    #expect(Set(FoundInPiece("[build]\n" + lines).codes) == Set(codes))
  }

  @Test(arguments: [
    ("guest_path = '/a'\nlocal_path = 'a'", []), ("guest_path = '/a'\nraw_value = 'a'", []),
    ("local_path = 'a'", ["FC984"]), ("guest_path = 'a'\nlocal_path = 'a'", ["FC985"]),
    ("guest_path = '/a'", ["FC986"]), ("guest_path = '/a'\nlocal_path = 3", ["FC902"]),
    ("guest_path = '/a'\nsecret_name = 'A'\nraw_value = 'a'", ["FC987"]),
    ("guest_path = '/a'\nsecret_name = 'a-b'", ["FC989"]),
    ("guest_path = '/a'\nsecret_name = 'a_b'", []),
  ])
  func wantsAPathAndOneContent(_ lines: String, _ codes: [String]) {
    #expect(FoundInPiece("[[files]]\n" + lines).codes == codes)
  }

  @Test func saysWhichContentOfAFileCounts() {
    let found = FoundInPiece(
      "[[files]]\nguest_path = '/a'\nraw_value = 'a'\nsecret_name = 'B'\nlocal_path = 'c'")
    #expect(
      found.messages == [
        "FC987 'raw_value' has no effect: 'local_path' says what the file holds",
        "FC987 'secret_name' has no effect: 'local_path' says what the file holds",
      ])
    #expect(found.lines == [3, 4])
  }

  @Test(arguments: [
    ("aGVsbG8gd29ybGQK", ["FC988"]), ("aGVsbG8K", []), ("configuration123", []),
    ("hello world, hello", []), ("a2V5ID0gInZhbHVlIgpvdGhlciA9IDEK", ["FC988"]),
  ])
  func tellsBase64FromOtherText(_ value: String, _ codes: [String]) {
    let found = FoundInPiece("[[files]]\nguest_path = '/a'\nraw_value = '\(value)'")
    #expect(found.codes == codes)
  }

  @Test(arguments: [
    ("guest_path = '/a'\nurl_prefix = '/a'", []), ("url_prefix = '/a'", ["FC990"]),
    ("", ["FC990", "FC990"]), ("guest_path = '/a'\nurl_prefix = 'a'", ["FC992"]),
    ("guest_path = '/a'\nurl_prefix = '/a'\nindex_document = 'i.html'", ["FC993"]),
    ("guest_path = '/a'\nurl_prefix = '/a'\ntigris_bucket = 'b'\nindex_document = 'i'", []),
  ])
  func wantsAFolderAndAPrefixOfStaticFiles(_ lines: String, _ codes: [String]) {
    #expect(FoundInPiece("[[statics]]\n" + lines).codes == codes)
  }

  @Test func countsStatics() {
    let one = "[[statics]]\nguest_path = '/a'\nurl_prefix = '/a'\n"
    #expect(FoundInPiece(String(repeating: one, count: 10)).messages == [])
    let found = FoundInPiece(String(repeating: one, count: 12))
    #expect(found.messages == ["FC991 there are 12 [[statics]], and Fly.io serves 10"])
    #expect(found.lines == [31])
  }

  @Test(arguments: [
    ("policy = 'on-failure'\nretries = 3", []), ("policy = 'never'", []), ("", ["FC994"]),
    ("policy = 'never'\nretries = 3", ["FC995"]), ("policy = 'always'\nretries = 0", []),
    ("policy = 'on-failure'\nretries = -2", ["FC996"]), ("policy = 'nope'\nretries = 3", ["FC912"]),
    ("policy = 3", ["FC902"]),
  ])
  func wantsAPolicyOfRestarting(_ lines: String, _ codes: [String]) {
    #expect(FoundInPiece("[[restart]]\n" + lines).codes == codes)
  }

  @Test(arguments: [
    ("port = 9091", []), ("path = '/m'", ["FC997"]), ("port = 0", ["FC931"]),
    ("port = 9091\npath = 'm'", ["FC998"]), ("port = '9091'", ["FC902"]),
  ])
  func wantsAPortOfMetrics(_ lines: String, _ codes: [String]) {
    #expect(FoundInPiece("[metrics]\n" + lines).codes == codes)
  }

  @Test(arguments: [
    ("exec = 'bin/server'", []), ("exec = ['bin/server', '-v']", []), ("cmd = 'serve -v'", []),
    ("entrypoint = 'bin/server -v'", ["FC999"]), ("exec = ['bin/server -v']", ["FC999"]),
  ])
  func findsCommandsThatAreNotSplit(_ line: String, _ codes: [String]) {
    #expect(FoundInPiece("[experimental]\n" + line).codes == codes)
  }
}
