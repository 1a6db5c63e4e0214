import Testing

@testable import DeployModel

@Suite struct MachineRuleTests {
  @Test(arguments: [
    "size = 'shared-cpu-1x'", "size = 'performance-2x'\nmemory = '8g'", "memory = '2gb'",
    "memory = 512", "memory_mb = 1024", "size = 'shared-cpu-8x'\nmemory = '16gb'",
    "size = 'shared-cpu-2x'\ncpu_kind = 'shared'\ncpus = 2",
    "cpu_kind = 'performance'\ncpus = 16\nmemory = '32gb'",
    "cpu_kind = 'performance'\ncpus = 128\nmemory = '256gb'",
    "cpus = 0\nmemory_mb = 0", "memory = '3gb'\ncpus = 2", "host_dedication_id = 'abc'",
  ])
  func leavesWhatIsSoldAlone(_ lines: String) {
    #expect(FoundInPiece.machine(lines).messages == [])
  }

  @Test(arguments: [
    ("cpus = 3\nmemory = '1gb'", "write 2 or 4"),
    ("cpus = 16\nmemory = '16gb'", "write 8, or cpu_kind = \"performance\""),
    ("cpus = -1\nmemory = '1gb'", "write 1"),
    ("cpu_kind = 'performance'\ncpus = 20\nmemory = '64gb'", "write 16 or 32"),
  ])
  func namesTheNearestNumberOfCPUs(_ lines: String, _ help: String) {
    let found = FoundInPiece.machine(lines)
    #expect(found.codes == ["FC961"])
    #expect(found.helps == [help])
  }

  @Test(arguments: [
    ("memory = '128mb'", "write '256mb'"),
    ("memory = '4gb'", "write '2gb'"),
    ("memory = '700mb'", "write '512mb' or '768mb'"),
    ("memory_mb = 300", "write 256 or 512"),
    ("size = 'performance-1x'\nmemory = '2560mb'", "write '2gb' or '3gb'"),
    ("cpu_kind = 'performance'\ncpus = 2\nmemory = '2gb'", "write '4gb'"),
  ])
  func namesTheNearestMemory(_ lines: String, _ help: String) {
    let found = FoundInPiece.machine(lines)
    #expect(found.codes == ["FC962"])
    #expect(found.helps == [help])
  }

  @Test func saysWhatIsWrongWithMemory() {
    #expect(
      FoundInPiece.machine("memory = '700mb'").messages
        == ["FC962 700mb of memory is no multiple of 256mb, the step of shared machines"])
    #expect(
      FoundInPiece.machine("cpus = 2\nmemory = '5gb'").messages
        == ["FC962 5gb of memory is outside the 512mb to 4gb of 2 shared cpus"])
  }

  @Test func beginsWithTheSmallestSizeWhereNoneIsWritten() {
    let found = FoundInPiece.machine("cpus = 2\ncpu_kind = 'performance'")
    #expect(
      found.messages == [
        "FC962 no memory is written, and the 256mb of 'shared-cpu-1x' is outside the 4gb to 16gb "
          + "of 2 performance cpus"
      ])
    #expect(found.lines == [3])
    #expect(found.helps == ["write memory = \"4gb\", or size = \"performance-2x\" alone"])
    #expect(FoundInPiece.machine("cpus = 4").lines == [2])
  }

  @Test func keepsTheMemoryOfASizeWhoseCPUsAreReplaced() {
    let found = FoundInPiece.machine("size = 'performance-1x'\ncpus = 4")
    #expect(found.codes == ["FC962", "FC964"])
    #expect(found.helps[0] == "write memory = \"8gb\"")
  }

  @Test func doesNotGuessAtWhatCannotBeRead() {
    #expect(
      FoundInPiece.machine("cpu_kind = 'performance'\nmemory = '4Gi'").codes == ["FC909"])
    #expect(FoundInPiece.machine("cpus = '2'\nmemory = '4gb'").codes == ["FC902"])
    #expect(FoundInPiece.machine("cpus = 3\nmemory = '4Gi'").codes == ["FC961", "FC909"])
    #expect(FoundInPiece.machine("cpu_kind = 'turbo'\nmemory = '8gb'").codes == ["FC912"])
  }

  @Test func looksAtTheMachineOfTheReleaseCommand() {
    let found = FoundInPiece("[deploy.release_command_vm]\nmemory = '100mb'")
    #expect(found.codes == ["FC962"])
  }

  @Test func saysWhichMemoryCounts() {
    let found = FoundInPiece.machine("memory = '1gb'\nmemory_mb = 512")
    #expect(found.messages == ["FC963 memory '1gb' has no effect: memory_mb 512 counts"])
    #expect(found.lines == [2])
    #expect(FoundInPiece.machine("memory = '1gb'\nmemory_mb = 0").messages == [])
  }

  @Test func saysWhichCPUsCount() {
    let found = FoundInPiece.machine(
      "size = 'shared-cpu-1x'\ncpu_kind = 'performance'\nmemory = '2gb'")
    #expect(
      found.messages
        == ["FC964 the machine has performance cpus and not the shared ones of 'shared-cpu-1x'"])
    #expect(found.helps == ["write size = \"performance-1x\" alone, or remove the size"])
  }

  @Test func takesTheLastMachineThatNamesAGroup() {
    let groups = "[processes]\nweb = 'a'\njob = 'b'\n"
    let found = FoundInPiece(
      groups + "[[vm]]\nprocesses = ['web', 'job']\n[[vm]]\nprocesses = ['web']")
    #expect(
      found.messages
        == ["FC965 this [[vm]] has no effect for 'web': a later one names it too"])
    #expect(found.lines == [4])
  }

  @Test func takesTheFirstMachineThatNamesNoGroup() {
    let found = FoundInPiece("[[vm]]\nmemory = '1gb'\n[[vm]]\nmemory = '2gb'")
    #expect(found.codes == ["FC965"])
    #expect(found.lines == [3])
  }

  @Test func doesNotRefuseAMachineThatIsNeverMade() {
    let wrong = "[[vm]]\nmemory = '1mb'\n"
    #expect(FoundInPiece("[[vm]]\nmemory = '1gb'\n" + wrong).codes == ["FC965"])
    let own = "[[vm]]\nmemory = '1gb'\nprocesses = ['web']\n"
    #expect(FoundInPiece("[processes]\nweb = 'a'\n" + wrong + own).messages == [])
    #expect(FoundInPiece("[processes]\nweb = 'a'\njob = 'b'\n" + wrong + own).codes == ["FC962"])
  }

  @Test func leavesAMachineForAllBesideOneForAGroupAlone() {
    let groups = "[processes]\nweb = 'a'\njob = 'b'\n"
    let found = FoundInPiece(
      groups + "[[vm]]\nmemory = '1gb'\n[[vm]]\nmemory = '2gb'\nprocesses = ['web']")
    #expect(found.messages == [])
  }

  @Test func saysThatThereAreNoGPUs() {
    #expect(FoundInPiece.machine("gpu_kind = 'a100-80gb'\nmemory = '64gb'").codes == ["FC966"])
    #expect(FoundInPiece.machine("size = 'performance-8x'\ngpus = 1").lines == [3])
    #expect(FoundInPiece.machine("gpus = 0\ngpu_kind = ''").codes == ["FC927"])
  }
}
