using System.Text.Json.Nodes;
using CaseMgmt.Cases.Forms;
using CaseMgmt.Cases.Inbox;

namespace CaseMgmt.Cases.Tests.Forms;

/// <summary>tests/form-rules.json says what passes a form and what does not; the browser's rules are held to the same file.</summary>
public sealed class RuleVectorTests
{
    private static readonly JsonNode File = JsonNode.Parse(System.IO.File.ReadAllText(Shipped.Folder("..", "tests", "form-rules.json")))!;
    private static readonly FormDefinition Form = FormDefinition.Read(File["form"]!.ToJsonString());

    public static TheoryData<string> Names() => [.. File["vectors"]!.AsArray().Select(vector => (string)vector!["name"]!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Answers_OfTheVector_HaveTheseErrors(string name)
    {
        var vector = File["vectors"]!.AsArray().Single(each => (string)each!["name"]! == name)!;
        var errors = FormRules.Check(Form, vector["answers"]!.AsObject(), (string)vector["outcome"]!, (int)vector["evidence"]!);
        Assert.Equal(vector["errors"]!.AsArray().Select(error => (string)error!), errors.Select(error => $"{error.Field}:{error.Code}"));
    }

    [Fact]
    public void Form_OfTheVectors_IsAFormThatMayBePublished() => Assert.Empty(FormCheck.Findings(Form));
}
