using IamCore.Model;

namespace IamCore.Administration;

/// <summary>A stored object whose documents were checked when it was saved.</summary>
/// <typeparam name="T">The object.</typeparam>
/// <param name="Value">The object as stored.</param>
/// <param name="Findings">What is doubtful about the document that was passed; what is a reason to refuse it never comes so far (ID-002).</param>
public sealed record Saved<T>(T Value, ValueList<PolicyFinding> Findings) : IStored
    where T : DirectoryObject
{
    object IStored.At(long revision) => this with { Value = (T)(DirectoryObject)(Value with { Revision = revision }) };
}
