using CaseMgmt.Cases.Data;
using CaseMgmt.Workflows.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseMgmt.Host.Tests.Conventions;

/// <summary>Every row is either guarded by a version or never changed; which one is declared, not assumed.</summary>
public sealed class RowTests(Site site) : IClassFixture<Site>
{
    /// <summary>Rows that are inserted once and never updated.</summary>
    private static readonly string[] AppendOnly = ["EvidenceFile", "HistoryRow", "HistoryRootRow", "HistoryLeafRow", "RequestKeyRow", "LifecycleRunLine"];

    /// <summary>Rows whose writers are serialised by something else than their own version.</summary>
    private static readonly Dictionary<string, string> GuardedOtherwise = new()
    {
        ["HistoryPersonalRow"] = "emptied once, by an erasure",
        ["HistoryHeadRow"] = "compared and set by its own hash",
        ["CounterRow"] = "raised by one statement",
        ["OutboxRow"] = "claimed by owner and lease",
        ["StartTriggerRow"] = "claimed by owner and lease, fenced by its count",
        ["TimerRow"] = "claimed by owner and lease",
        ["ParkedStimulusRow"] = "deleted by the transition that takes it",
        ["BookmarkRow"] = "deleted by the transition that burns it",
        ["FanInRow"] = "written under its parent's version",
        ["IncidentRow"] = "written under its instance's version",
    };

    [Fact]
    public void Rows_OfTheModel_AreVersionedOrDeclared()
    {
        using var scope = site.Services.CreateScope();
        var model = scope.ServiceProvider.GetRequiredService<CaseDbContext>().Model;
        var undeclared = model.GetEntityTypes().Select(entity => entity.ClrType)
            .Where(type => type.Namespace!.StartsWith("CaseMgmt", StringComparison.Ordinal) && !type.Namespace.EndsWith("Access", StringComparison.Ordinal))
            .Where(type => !type.IsAssignableTo(typeof(Versioned)) && !AppendOnly.Contains(type.Name) && !GuardedOtherwise.ContainsKey(type.Name))
            .Select(type => type.Name);
        Assert.Empty(undeclared);
    }

    [Fact]
    public void Columns_OfTheModel_AreLowerCase()
    {
        using var scope = site.Services.CreateScope();
        var columns = scope.ServiceProvider.GetRequiredService<CaseDbContext>().Model.GetEntityTypes()
            .SelectMany(entity => entity.GetProperties().Select(property => $"{entity.GetTableName()}.{property.GetColumnName()}"));
        Assert.All(columns, name => Assert.Equal(name.ToLowerInvariant(), name));
    }
}
