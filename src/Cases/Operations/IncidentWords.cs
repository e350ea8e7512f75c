using CaseMgmt.Cases.Data;
using CaseMgmt.Cases.Lifecycle;
using CaseMgmt.Cases.Tasks;
using CaseMgmt.Workflows.Runtime;
using Microsoft.EntityFrameworkCore;

namespace CaseMgmt.Cases.Operations;

/// <summary>Where something failed, as the engine has it.</summary>
internal readonly record struct Place(string DefinitionId, int Version, string ActivityId);

/// <summary>What people call it: the number of the case, the name of the step, the outcomes by which the step can be left.</summary>
internal sealed class IncidentWords
{
    private readonly Dictionary<Place, (string Step, IReadOnlyList<string> Outcomes)> steps = [];
    private readonly Dictionary<SubjectRef, string> numbers = [];

    public static async Task<IncidentWords> ReadAsync(
        CaseDbContext db, DefinitionStore definitions, IEnumerable<Place> places, IEnumerable<string?> subjects, string language, CancellationToken cancellation)
    {
        var words = new IncidentWords();
        foreach (var place in places.Distinct())
        {
            var node = (await definitions.FindAsync(place.DefinitionId, place.Version, cancellation))?.FindNode(place.ActivityId);
            words.steps[place] = node is null ? (place.ActivityId, ["Done"]) : (StepNames.Of(node, language), node.DrawnOutcomes);
        }

        var asked = subjects.Select(SubjectRef.TryParse).OfType<SubjectRef>().Distinct().ToList();
        var (cases, tasks) = (asked.Where(each => each.IsCase).Select(each => each.Id).ToList(), asked.Where(each => each.IsTask).Select(each => each.Id).ToList());
        foreach (var row in await db.Set<AuditCase>().Where(row => cases.Contains(row.Id)).Select(row => new { row.Id, row.Number }).ToListAsync(cancellation))
        {
            words.numbers[SubjectRef.Case(row.Id)] = row.Number;
        }

        foreach (var row in await db.Set<AuditTask>().Where(row => tasks.Contains(row.Id)).Select(row => new { row.Id, row.Number }).ToListAsync(cancellation))
        {
            words.numbers[SubjectRef.Task(row.Id)] = row.Number;
        }

        return words;
    }

    public (string Step, IReadOnlyList<string> Outcomes) Of(Place place) => steps[place];

    public string? NumberOf(string? subject) => SubjectRef.TryParse(subject) is { } known ? numbers.GetValueOrDefault(known) : null;
}
