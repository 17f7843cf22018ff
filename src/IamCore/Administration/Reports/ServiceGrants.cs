namespace IamCore.Administration.Reports;

/// <summary>The policies of an identity that grant any action of a service.</summary>
/// <param name="ServiceNamespace">The service prefix, as requested.</param>
/// <param name="Policies">The name of each policy, followed by its owner if it is not the identity itself.</param>
public sealed record ServiceGrants(string ServiceNamespace, ValueList<string> Policies);
