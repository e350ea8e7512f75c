using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Designer.Fields;

/// <summary>An input whose value is a structure, and the plain fields by which people fill it in. Only the structure is stored and runs; the fields exist between here and the panel.</summary>
/// <param name="Input">Name of the structured input.</param>
/// <param name="Fields">The fields, with the values of this structure as their defaults.</param>
/// <param name="Read">Field values of a structure; null where it holds what the fields cannot say, so that nobody edits half of it.</param>
/// <param name="Write">The structure with these values; what the fields do not name stays as it was.</param>
internal sealed record FieldGroup(
    string Input, Func<JsonNode, IReadOnlyList<InputDescriptor>> Fields, Func<JsonNode, JsonObject?> Read, Func<JsonNode, JsonObject, JsonNode> Write);
