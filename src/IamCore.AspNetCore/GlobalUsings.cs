global using IamCore.Policies;
