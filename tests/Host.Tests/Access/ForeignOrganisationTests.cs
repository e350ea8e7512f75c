using System.Net;
using System.Net.Http.Json;
using CaseMgmt.Cases.Access;
using CaseMgmt.Cases.Evidence;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Monitoring;
using CaseMgmt.Cases.Tasks;
using Microsoft.AspNetCore.Routing;

namespace CaseMgmt.Host.Tests.Access;

/// <summary>A row of another province does not exist: every address that takes its id answers 404, to everybody, whatever they may do.</summary>
public sealed class ForeignOrganisationTests(Site site) : IClassFixture<Site>
{
    private const string Foreign = "/38/3801/380101/38010101/";
    private const string Own = "/37/3703/370306/37030601/";

    [Fact]
    public async Task Rows_OfAnotherOrganisation_AreNotThereForAnybody()
    {
        var ids = await RowsAsync(Foreign);
        foreach (var demo in DemoAccounts.Cast)
        {
            using var person = await site.AsAsync(demo.UserName);
            foreach (var (endpoint, method, address) in Addresses(ids).Where(each => Roles.PermissionsOf[demo.Role].Contains(Surface.PermissionOf(each.Endpoint)!)))
            {
                var answer = await person.SendAsync(new HttpMethod(method), address, method == "GET" ? null : JsonContent.Create(new { }));
                Assert.True(answer.StatusCode is HttpStatusCode.NotFound, $"{demo.UserName}: {method} {endpoint.RoutePattern.RawText} answered {answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task Rows_OfTheOwnOrganisation_AreThere()
    {
        var ids = await RowsAsync(Own);
        using var auditor = await site.AsAsync("auditor");

        foreach (var path in new[] { $"/api/cases/{ids["cases"]}", $"/api/tasks/{ids["tasks"]}", $"/api/cases/{ids["cases"]}/history" })
        {
            Assert.Equal((path, HttpStatusCode.OK), (path, (await auditor.GetAsync(path)).StatusCode));
        }
    }

    private IEnumerable<(RouteEndpoint Endpoint, string Method, string Address)> Addresses(Dictionary<string, long> ids) =>
        from endpoint in site.Endpoints()
        let words = endpoint.RoutePattern.RawText!.Split('/', StringSplitOptions.RemoveEmptyEntries)
        where words.Length >= 3 && words[0] == "api" && ids.ContainsKey(words[1]) && words[2].StartsWith('{') && Surface.PermissionOf(endpoint) is not null
        from method in Surface.MethodsOf(endpoint)
        select (endpoint, method, "/" + string.Join('/', words.Select(word => word.StartsWith('{') ? ids[words[1]].ToString() : word)));

    private async Task<Dictionary<string, long>> RowsAsync(string orgPath)
    {
        var ids = new[] { "cases", "tasks", "anomalies", "evidence" }.ToDictionary(name => name, _ => site.NextId());
        var orgNo = orgPath.Split('/')[^2];
        await site.CommitAsync(async session =>
        {
            await session.InsertAsync(new AuditTask { Id = ids["tasks"], Number = $"RW-{ids["tasks"]}", Title = "任务", OrgNo = orgNo, OrgPath = orgPath, InstanceId = $"t{ids["tasks"]}", CreatedAt = session.Now });
            await session.InsertAsync(new AuditCase { Id = ids["cases"], Number = $"GD-{ids["cases"]}", Title = "工单", TaskId = ids["tasks"], OrgNo = orgNo, OrgPath = orgPath, InstanceId = $"c{ids["cases"]}", CreatedAt = session.Now });
            await session.InsertAsync(new Anomaly { Id = ids["anomalies"], ThemeCode = "DJ-01", Ym = "202605", ObjKey = orgNo, OrgNo = orgNo, OrgPath = orgPath, FirstSeenAt = session.Now, LastSeenAt = session.Now });
            await session.InsertAsync(new EvidenceFile { Id = ids["evidence"], CaseId = ids["cases"], FileName = "a.txt", Sha256 = new string('0', 64), UploadedAt = session.Now });
            await session.AppendHistoryAsync($"case/{ids["cases"]}", "case.created", []);
        });
        return ids;
    }
}
