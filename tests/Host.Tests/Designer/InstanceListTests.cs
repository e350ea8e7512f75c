using System.Text.Json.Nodes;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Host.Tests.Designer;

/// <summary>The instance list of a county with more instances than anybody pages through: the count ends, and a filter finds what lies beyond.</summary>
public sealed class InstanceListTests(Site site) : IClassFixture<Site>
{
    private const int Limit = 10_000;
    private const int Newer = Limit + 20;

    [Fact]
    public async Task List_OfMoreThanTheLimit_CountsToTheLimit_AndAFilterFindsTheRest()
    {
        await FillAsync();
        using var owner = await DesignerSeat.Async(site, "owner");

        var first = await ListAsync(owner, new() { ["page"] = 0, ["pageSize"] = 10 });
        Assert.Equal((Limit, 10), ((long)first["totalCount"]!, first["items"]!.AsArray().Count));
        var last = await ListAsync(owner, new() { ["page"] = 1_000_000, ["pageSize"] = 10 });
        Assert.DoesNotContain(last["items"]!.AsArray(), each => ((string)each!["id"]!).StartsWith("oldest", StringComparison.Ordinal));

        var oldest = await ListAsync(owner, new() { ["page"] = 0, ["pageSize"] = 10, ["definitionIds"] = new JsonArray("former") });
        Assert.Equal(["oldest-2", "oldest-1"], oldest["items"]!.AsArray().Select(each => (string)each!["id"]!));
        Assert.Equal(2, (long)oldest["totalCount"]!);
        Assert.Equal(3, (long)(await ListAsync(owner, new() { ["page"] = 0, ["pageSize"] = 10, ["hasIncidents"] = true }))["totalCount"]!);
        Assert.Equal(1, (long)(await ListAsync(owner, new() { ["page"] = 0, ["pageSize"] = 10, ["searchTerm"] = "oldest-1" }))["totalCount"]!);
    }

    /// <summary>Two old instances, then more newer ones than the list counts, three of them with an incident.</summary>
    private Task FillAsync() => site.CommitAsync(async session =>
    {
        var names = Enumerable.Range(1, 2).Select(number => ("oldest-" + number, "former"))
            .Concat(Enumerable.Range(1, Newer).Select(number => ("newer-" + number, "current")));
        foreach (var ((id, definition), index) in names.Select((each, index) => (each, index)))
        {
            await session.InsertAsync(new InstanceRow
            {
                Id = id, DefinitionId = definition, DefinitionVersion = 1, CreatedAt = session.Now.AddSeconds(index), UpdatedAt = session.Now, IncidentCount = index is > 10 and < 14 ? 1 : 0,
            });
            await session.InsertAsync(new AuditCase
            {
                Id = 800_000 + index, Number = "GD-" + id, Title = id, OrgNo = "370306", OrgPath = "/37/3703/370306/", InstanceId = id, CreatedAt = session.Now,
            });
        }
    });

    private static async Task<JsonNode> ListAsync(DesignerSeat seat, JsonObject filter) => await DesignerSeat.JsonOf(await seat.PostAsync("/elsa/api/workflow-instances", filter));
}
