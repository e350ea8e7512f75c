using System.Runtime.CompilerServices;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Workflows.Tests.Activities;

/// <summary>A new activity cannot forget its texts, its icon, its doc line, its place in the catalog or its test.</summary>
public sealed class ActivityConventionTests
{
    public static TheoryData<string> Types { get; } = [.. All.Select(type => type.Name)];

    private static IEnumerable<Type> All => typeof(Activity).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(Activity)) && type is { IsAbstract: false, IsPublic: true } && type != typeof(WorkflowAsActivity));

    [Theory]
    [MemberData(nameof(Types))]
    public void Activity_Descriptor_IsComplete(string name)
    {
        var descriptor = Assert.Single(EngineActivities.All, activity => activity.GetType().Name == name).Descriptor;

        Assert.StartsWith("Elsa.", descriptor.TypeName, StringComparison.Ordinal);
        Assert.NotEmpty(descriptor.Category);
        Assert.NotEmpty(descriptor.Icon);
        Label[] labels = [descriptor.Label, descriptor.Help, .. descriptor.Inputs.SelectMany(input => new[] { input.Label, input.Help }), .. descriptor.Outputs.Select(output => output.Label)];
        Assert.All(labels, label =>
        {
            Assert.NotEmpty(label.En);
            Assert.NotEmpty(label.Zh);
        });
        Assert.Contains(descriptor.Label.Zh, character => character > 127);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Activity_Source_HasADocLine(string name)
    {
        var source = File.ReadAllText(Path.Combine(Sources(), "src", "Workflows", "Activities", name + ".cs"));

        Assert.Matches(@"/// <summary>[\s\S]{20,}?</summary>[\s\S]*?class " + name, source);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Activity_Tests_MentionIt(string name)
    {
        var typeName = EngineActivities.All.Single(activity => activity.GetType().Name == name).Descriptor.TypeName;
        var tests = Path.Combine(Sources(), "tests", "Workflows.Tests");
        var texts = Directory.EnumerateFiles(tests, "*", SearchOption.AllDirectories)
            .Where(file => file.Contains("Golden", StringComparison.Ordinal) || file.EndsWith("Tests.cs", StringComparison.Ordinal)).Select(File.ReadAllText);

        Assert.Contains(texts, text => text.Contains($"\"{typeName}\"", StringComparison.Ordinal) || text.Contains($"\"{typeName[5..]}\"", StringComparison.Ordinal));
    }

    private static string Sources([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
