using CaseMgmt.Cases.Data;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Host.Tests.Conventions;

/// <summary>Dependencies point one way: Host, Designer, Cases, Workflows.</summary>
public sealed class DirectionTests
{
    private static readonly string[] Order = ["CaseMgmt.Host", "CaseMgmt.Designer", "CaseMgmt.Cases", "CaseMgmt.Workflows"];

    [Fact]
    public void Assemblies_Always_ReferenceOnlyThoseBelow()
    {
        var assemblies = new[] { typeof(Program).Assembly, typeof(CaseMgmt.Designer.DesignerSlice).Assembly, typeof(CaseDbContext).Assembly, typeof(CommitSession).Assembly };
        foreach (var assembly in assemblies)
        {
            var own = Array.IndexOf(Order, assembly.GetName().Name);
            var above = assembly.GetReferencedAssemblies().Select(each => each.Name).Where(name => Array.IndexOf(Order, name) is >= 0 and var place && place < own);
            Assert.Empty(above);
        }
    }

    [Fact]
    public void Engine_Always_KnowsNoWebAndNoPeople()
    {
        var references = typeof(CommitSession).Assembly.GetReferencedAssemblies().Select(each => each.Name!);
        Assert.DoesNotContain(references, name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }
}
