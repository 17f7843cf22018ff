using IamCore.Model;

namespace IamCore.Principals;

/// <summary>
/// The control policies attached at one level of an organization. May be empty, which for service control policies allows nothing
/// (EV-041).
/// </summary>
/// <param name="Node">The root (identified by its organization), organizational unit or account.</param>
/// <param name="Origin">The level as shown in explanations.</param>
/// <param name="Policies">The policies in the order in which they were attached.</param>
public sealed record ControlLevel(ObjectKey Node, string Origin, ValueList<AppliedPolicy> Policies);
