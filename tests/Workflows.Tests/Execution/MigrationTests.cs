using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;

namespace CaseMgmt.Workflows.Tests.Execution;

public sealed class MigrationTests
{
    private static readonly Dictionary<string, string> SameIds = [];

    [Fact]
    public void Migrate_ToAnIdenticalVersion_ContinuesAsIfNothingHappened()
    {
        var one = Version(1, Draw.Flow("a>x a>y x>m y>m m>z", Draw.Line("a"), Draw.Wait("x"), Draw.Wait("y"), Draw.Line("m"), Draw.Line("z")));
        var two = Version(2, Draw.Flow("a>x a>y x>m y>m m>z", Draw.Line("a"), Draw.Wait("x"), Draw.Wait("y"), Draw.Line("m"), Draw.Line("z")));
        var started = Interpreter.Advance(one, InstanceState.New("i", one), new Stimulus.Start([]), Draw.Settings).Next;
        var half = Resume(one, started, "x");

        var moved = Migration.Migrate(half, one, two, SameIds).State!;

        var stayed = Resume(one, half, "y");
        var went = Resume(two, moved, "y");
        Assert.Equal((stayed.Status, stayed.SubStatus), (went.Status, went.SubStatus));
        Assert.Equal(WorkflowSubStatus.Finished, went.SubStatus);
        Assert.Equal(2, went.Version);
    }

    [Fact]
    public void Migrate_RenamedNode_KeepsItsWaitUnderTheNewName()
    {
        var one = Version(1, Draw.Flow("v>z", Draw.Wait("v", "go"), Draw.Line("z")));
        var two = Version(2, Draw.Flow("w>q q>z", Draw.Wait("w", "go"), Draw.Line("q"), Draw.Line("z")));
        var started = Interpreter.Advance(one, InstanceState.New("i", one), new Stimulus.Start([]), Draw.Settings).Next;

        var moved = Migration.Migrate(started, one, two, new Dictionary<string, string> { ["v"] = "w" }).State!;

        Assert.Equal(started.Bookmarks[0].Id, moved.Bookmarks[0].Id);
        Assert.Equal("w", moved.Bookmarks[0].ActivityId);
        var finished = Interpreter.Advance(two, moved, new Stimulus.ResumeBookmark(moved.Bookmarks[0].Id, null), Draw.Settings);
        Assert.Equal(["q", "z"], finished.Console);
    }

    [Theory]
    [InlineData("w", "node-missing")]
    [InlineData("line", "type-differs")]
    public void Migrate_NodeThatCannotGoOn_IsRefusedWithTheReason(string target, string code)
    {
        var one = Version(1, Draw.Flow("v>z", Draw.Wait("v"), Draw.Line("z")));
        var two = Version(2, Draw.Flow("line>z", Draw.Line("line"), Draw.Line("z")));
        var started = Interpreter.Advance(one, InstanceState.New("i", one), new Stimulus.Start([]), Draw.Settings).Next;

        var result = Migration.Migrate(started, one, two, new Dictionary<string, string> { ["v"] = target });

        Assert.Null(result.State);
        Assert.Equal(code, result.Refused?.Code);
    }

    private static CompiledDefinition Version(int version, System.Text.Json.Nodes.JsonObject root) => DefinitionCompiler.Compile(Draw.Definition(root, version: version), Draw.Catalog);

    private static InstanceState Resume(CompiledDefinition definition, InstanceState state, string activityId) =>
        Interpreter.Advance(definition, state, new Stimulus.ResumeBookmark(state.Bookmarks.Single(bookmark => bookmark.ActivityId == activityId).Id, null), Draw.Settings).Next;
}
