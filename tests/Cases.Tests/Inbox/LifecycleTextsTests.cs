using System.Text.Json.Nodes;
using CaseMgmt.Cases.Resources;
using CaseMgmt.Cases.Sla;

namespace CaseMgmt.Cases.Tests.Inbox;

/// <summary>Whatever the lifecycle tells people exists in both languages.</summary>
public sealed class LifecycleTextsTests
{
    private static readonly string[] FormCodes =
    [
        "required", "evidence", "evidence-required", "money-or-none", "four-eyes", "too-short", "too-long", "choice", "boolean", "date", "number", "decimals", "min", "max",
        "unknown-field", "unknown-type",
    ];

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void EveryReasonOfARefusal_HasAText(string language) => Assert.All(FormCodes, code => Assert.True(Texts.Has(language, "form." + code), code));

    [Theory]
    [InlineData("audit-task")]
    [InlineData("online-audit")]
    [InlineData("reopened-audit")]
    public void EveryStepOfAShippedLadder_HasANotificationText(string key)
    {
        var nodes = JsonNode.Parse(File.ReadAllText(Shipped.Latest(key)))!["root"]!["activities"]!.AsArray();
        var steps = nodes.Where(node => node!["ladder"] is not null).SelectMany(node => Ladder.Read(node!["ladder"]!["expression"]!["value"]!.ToString())).ToList();
        Assert.NotEmpty(steps);
        Assert.All(steps, step => Assert.True(Texts.Has("zh", "notification.sla." + step.Step) && Texts.Has("en", "notification.sla." + step.Step), step.Step));
    }
}
