import Testing

@testable import DeployModel

/// What is said of a word that does not exist, where it is not a slip of the pen.
@Suite struct UnknownWordTests {
  @Test(arguments: [
    ("dedicated-cpu-1x", "write 'performance-1x', which takes its place"),
    ("micro-2x", "write 'shared-cpu-1x', which takes its place"),
    ("l40s", "write a size without a GPU, such as 'performance-8x'"),
    ("a100-40gb", "write a size without a GPU, such as 'performance-8x'"),
    ("shared-cpu-3x", "write 'shared-cpu-2x' or 'shared-cpu-4x'"),
    ("performance-3x", "write 'performance-2x' or 'performance-4x'"),
    ("shared-cpu-16x", "write 'shared-cpu-8x'"),
    ("shared-cpu1x", "did you mean 'shared-cpu-1x'?"),
  ])
  func saysWhichSizeToWrite(_ size: String, _ help: String) {
    let found = FoundInPiece.machine("size = '\(size)'")
    #expect(found.codes == ["FC912"])
    #expect(found.helps == [help])
  }

  @Test func saysThatSizesWithAGPUAreGone() {
    let found = FoundInPiece.machine("size = 'a10'\ngpus = 1")
    #expect(found.messages == ["FC912 machines with a GPU such as 'a10' are no longer offered"])
  }

  @Test func knowsTheWordsOfOtherTools() {
    #expect(FoundInPiece("[[restart]]\npolicy = 'no'").helps == ["did you mean 'never'?"])
    #expect(
      FoundInPiece("[[restart]]\npolicy = 'unless-stopped'").helps == ["did you mean 'always'?"])
    #expect(FoundInPiece("kill_signal = 'TERM'").helps == ["did you mean 'SIGTERM'?"])
    #expect(FoundInPiece("kill_signal = 'sigterm'").helps == ["did you mean 'SIGTERM'?"])
    #expect(FoundInPiece("[deploy]\nstrategy = 'recreate'").helps == ["did you mean 'immediate'?"])
    #expect(
      FoundInPiece.machine("cpu_kind = 'dedicated'").helps == ["did you mean 'performance'?"])
  }

  @Test func saysHowHandlersMakeHTTPS() {
    let service = "[[services]]\nprotocol = 'tcp'\ninternal_port = 8080\n"
    let port = "[[services.ports]]\nport = 443\n"
    #expect(
      FoundInPiece(service + port + "handlers = ['https']").helps
        == ["write [\"tls\", \"http\"]: two handlers make HTTPS"])
    #expect(
      FoundInPiece(service + port + "handlers = ['tcp']").helps
        == ["leave handlers out: a port without them passes TCP on as it is"])
  }

  @Test func saysWhereAServiceSpeaksHTTP() {
    let service = "[[services]]\nprotocol = 'https'\ninternal_port = 8080\n"
    let found = FoundInPiece(service + "[[services.ports]]\nport = 443")
    #expect(
      found.helps == ["write 'tcp', and handlers = [\"tls\", \"http\"] in [[services.ports]]"])
  }
}
