import Testing

@testable import DeployModel

@Suite struct ProcessRuleTests {
  private static let groups = "[processes]\nweb = 'bin/web'\njobs = 'bin/jobs'\n"
  private static let service = "[http_service]\ninternal_port = 8080\n"

  @Test func wantsTheGroupsOfAService() {
    let found = FoundInPiece(Self.groups + Self.service)
    #expect(found.messages == ["FC946 [http_service] does not say which of [processes] it is for"])
    #expect(found.helps == ["write processes with those of jobs, web that it is for"])
    #expect(found.lines == [4])
    let only = FoundInPiece("[processes]\nweb = ''\n" + Self.service)
    #expect(only.codes == ["FC946"])
    #expect(only.helps == ["write processes = [\"web\"]"])
  }

  @Test func takesAnEmptyListForNone() {
    let found = FoundInPiece(Self.groups + Self.service + "processes = []")
    #expect(found.codes == ["FC946"])
    #expect(found.lines == [6])
  }

  @Test(arguments: ["", "[processes]\n", "processes = []\n"])
  func wantsNoGroupsWhereThereAreNone(_ groups: String) {
    #expect(FoundInPiece(groups + Self.service).codes.filter { $0 == "FC946" } == [])
  }

  @Test(arguments: [
    "[[vm]]\nsize = 'shared-cpu-1x'\n",
    "[[mounts]]\nsource = 'data'\ndestination = '/data'\n",
    "[[files]]\nguest_path = '/a'\nraw_value = 'b'\n",
    "[[metrics]]\nport = 9091\npath = '/metrics'\n",
    "[[restart]]\npolicy = 'always'\n",
    "[checks.alive]\ntype = 'tcp'\nport = 8080\n",
    "[http_service]\ninternal_port = 8080\n",
    "[[services]]\nprotocol = 'tcp'\ninternal_port = 8080\nports = [{ port = 80 }]\n",
  ])
  func findsAGroupThatIsNotThere(_ table: String) {
    let found = FoundInPiece(Self.groups + table + "processes = ['web', 'job']")
    #expect(found.messages == ["FC947 there is no process group 'job'"])
    #expect(found.helps == ["did you mean 'jobs'?"])
    #expect(FoundInPiece(Self.groups + table + "processes = ['web', 'jobs']").messages == [])
  }

  @Test func knowsTheOneGroupOfAFileWithoutProcesses() {
    let found = FoundInPiece(Self.service + "processes = ['web']")
    #expect(found.messages == ["FC947 there is no process group 'web'"])
    #expect(
      found.helps
        == ["write 'app', the one group of a file without [processes], or add [processes]"])
    #expect(FoundInPiece(Self.service + "processes = ['app']").messages == [])
    #expect(
      FoundInPiece(Self.groups + Self.service + "processes = ['app']").helps
        == ["expected one of jobs, web"])
  }

  @Test func knowsAGroupWhoseCommandCannotBeRead() {
    let found = FoundInPiece(
      "[processes]\nweb = ['bin/web']\njobs = ''\n" + Self.service + "processes = ['web']")
    #expect(found.codes == ["FC902"])
  }

  @Test func looksForAPortInAGroupWhoseCommandCannotBeRead() {
    let found = FoundInPiece(
      "[processes]\nweb = ['bin/web']\n" + Self.service
        + "processes = ['web']\n[checks.alive]\ntype = 'tcp'")
    #expect(found.codes == ["FC902"])
  }

  @Test(arguments: [
    "[processes]\nweb = \"sh -c 'x\"", "console_command = 'say \"hi'",
    "[deploy]\nrelease_command = \"echo it's\"", "console_command = 'x \\'",
  ])
  func wantsQuotesClosed(_ piece: String) {
    #expect(FoundInPiece(piece).codes == ["FC948"])
  }

  @Test func saysWhichQuoteIsOpen() {
    let found = FoundInPiece("[deploy]\nrelease_command = \"echo it's\"")
    #expect(
      found.messages == ["FC948 the command has a single quote (') that is not closed"])
    #expect(found.lines == [2])
  }

  @Test(arguments: ["", "sh -c \"a && b\"", "a 'b' \\\" c", "x # it's"])
  func readsCommandsAsAShellDoes(_ command: String) {
    #expect(FoundInPiece("[processes]\nweb = '''\(command)'''").messages == [])
  }
}
