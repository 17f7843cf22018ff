namespace IamCore.Policies;

/// <summary>The families of PL-130.</summary>
public enum OperatorFamily : byte
{
#pragma warning disable CS1591 // the names are the specification's own
    String,
    Numeric,
    Date,
    Boolean,
    Binary,
    Ip,
    Arn,
    Presence,
#pragma warning restore CS1591
}
